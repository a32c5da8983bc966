import { Button, Checkbox } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { typeInMeeting } from '../../commands/invitations.ts';
import { type CalendarChoice, calendarFacts, meetingCalendar, placeUnasked } from '../../export/calendar.ts';
import { fileName } from '../../export/fileNames.ts';
import { dayAndTime } from '../../export/letter/facts.ts';
import { canShareFiles, saveBlob, savesByShareSheet, shareBlob } from '../../export/saveBlob.ts';
import { newMeeting } from '../../model/newMap.ts';
import { currentDrawing } from '../../model/questions.ts';
import type { Meeting, MeetingId } from '../../model/types.ts';
import { useCommands, useMap, useMeeting, useT, useView } from '../kit/AppContext.tsx';
import { WrittenField } from '../kit/WrittenField.tsx';
import { useOut } from '../out/outChoices.ts';
import './calendarButtons.css';

const TYPE = 'text/calendar';

/** The meeting into a calendar: under a neutral title, with nobody's name unless chosen. */
export function CalendarButtons() {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const id = useId();
  const meeting = useMeeting() ?? newMeeting('' as MeetingId, currentDrawing(map).id);
  const { roles } = useOut();
  const [place, setPlace] = useState<boolean | null>(null);
  const [names, setNames] = useState(false);
  const choice: CalendarChoice = { place: place ?? placeUnasked(meeting), names, roles };
  return (
    <section className="card calendar-card" aria-labelledby={id}>
      <h2 id={id}>{t('calendar.heading')}</h2>
      <WrittenField
        label={t('calendar.name')}
        description={t('calendar.name.hint')}
        value={meeting.calendarTitle}
        placeholder={t('calendar.title')}
        onType={(calendarTitle) => typeInMeeting(context, { calendarTitle })}
      />
      <Checkbox
        label={t('calendar.place')}
        checked={choice.place}
        onChange={({ target }) => setPlace(target.checked)}
      />
      <Checkbox label={t('calendar.names')} checked={names} onChange={({ target }) => setNames(target.checked)} />
      <Preview meeting={meeting} choice={choice} />
      <Ways meeting={meeting} choice={choice} />
    </section>
  );
}

type Props = { readonly meeting: Meeting; readonly choice: CalendarChoice };

/** Exactly what the file says. */
function Preview({ meeting, choice }: Props) {
  const t = useT();
  const map = useMap();
  const language = useView((view) => view.language);
  const when = dayAndTime(meeting, language, t);
  if (when === null) return null;
  const { title, clock, place, description } = calendarFacts(map, meeting, { ...choice, t });
  const day = clock === null ? `${dayAndTime({ ...meeting, time: '' }, language, t)}, ${t('calendar.allDay')}` : when;
  return (
    <div className="calendar-preview">
      <p className="quiet">{t('calendar.preview')}</p>
      <p translate="no">{[title, day, place, description].filter((line) => line !== '').join('\n')}</p>
      {meeting.status === 'cancelled' && <p className="quiet">{t('calendar.cancelled')}</p>}
    </div>
  );
}

function Ways({ meeting, choice: { place, names, roles } }: Props) {
  const { t, viewStore } = useCommands();
  const map = useMap();
  const why = useId();
  const [said, setSaid] = useState('');
  const isReady = meeting.date !== null;
  // Made in the tap itself: it takes no time, and says when it was made.
  const handOut = (give: (file: Blob) => void) => {
    const text = meetingCalendar(map, meeting, { place, names, roles, t, now: new Date() });
    if (text !== null) give(new Blob([text], { type: TYPE }));
  };
  const say = (text: string) => {
    setSaid(text);
    viewStore.getState().announce(text);
  };
  const share = async (file: Blob) => {
    const outcome = await shareBlob(file, fileName('calendar', new Date()));
    if (outcome === 'failed' || outcome === 'unavailable') say(t('calendar.share.failed'));
  };
  const save = (file: Blob) => {
    const name = fileName('calendar', new Date());
    saveBlob(file, name);
    say(t('calendar.saved', { name }));
  };
  const onlyShare = savesByShareSheet(TYPE);
  return (
    <>
      <div className="calendar-ways">
        <Button
          variant="secondary"
          disabled={!isReady}
          aria-describedby={why}
          onClick={() => handOut(onlyShare ? (file) => void share(file) : save)}
        >
          {t('calendar.add')}
        </Button>
        {!onlyShare && canShareFiles(TYPE) && (
          <Button variant="tertiary" disabled={!isReady} onClick={() => handOut((file) => void share(file))}>
            {t('calendar.share')}
          </Button>
        )}
      </div>
      <p id={why} className="quiet">
        {!isReady ? t('calendar.noDate') : said}
      </p>
    </>
  );
}

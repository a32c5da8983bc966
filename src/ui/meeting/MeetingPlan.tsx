import { Textfield } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { planMeeting, typeInMeeting } from '../../commands/invitations.ts';
import { newMeeting } from '../../model/newMap.ts';
import { currentDrawing } from '../../model/questions.ts';
import { type IsoDate, type Meeting, type MeetingId, PLACE_KINDS, type PlaceKind } from '../../model/types.ts';
import { useCommands, useMap, useMeeting } from '../kit/AppContext.tsx';
import { ChoiceField } from '../kit/ChoiceField.tsx';
import { PillRadios } from '../kit/PillRadios.tsx';
import { WrittenField } from '../kit/WrittenField.tsx';
import { Agreement } from './Agreement.tsx';
import { lengthChoices } from './lengths.ts';
import './MeetingPlan.css';
import { PLACE_WORDS } from '../../scene/meetingWords.ts';

/** When, where, who leads, what about. All of it may stay empty; the meeting is made by the first thing said of it. */
export function MeetingPlan() {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const id = useId();
  const meeting = useMeeting() ?? newMeeting('' as MeetingId, currentDrawing(map).id);
  const { theme, practical, agreement } = meeting;
  return (
    <section className="card meeting-plan" aria-labelledby={id}>
      <div>
        <h2 id={id}>{t('meeting.plan')}</h2>
        <p className="quiet">{t('meeting.plan.hint')}</p>
      </div>
      <When meeting={meeting} />
      <Where meeting={meeting} />
      <Leaders leaders={meeting.leaders} />
      <WrittenField
        label={t('meeting.theme')}
        value={theme}
        rows={3}
        onType={(text) => typeInMeeting(context, { theme: text })}
      />
      <WrittenField
        label={t('meeting.practical')}
        value={practical}
        rows={2}
        onType={(text) => typeInMeeting(context, { practical: text })}
      />
      <Agreement text={agreement} />
    </section>
  );
}

function When({ meeting: { date, time, minutes } }: { meeting: Meeting }) {
  const context = useCommands();
  const { t, mapStore } = context;
  return (
    <div className="meeting-when">
      <Textfield
        label={t('meeting.date')}
        type="date"
        value={date ?? ''}
        onChange={({ target }) =>
          typeInMeeting(context, { date: target.value === '' ? null : (target.value as IsoDate) })
        }
        onBlur={() => mapStore.getState().endField()}
      />
      <WrittenField label={t('meeting.time')} value={time} onType={(text) => typeInMeeting(context, { time: text })} />
      <ChoiceField
        label={t('meeting.length')}
        value={String(minutes)}
        choices={lengthChoices(minutes, t)}
        onChoose={(chosen) => planMeeting(context, { minutes: Number(chosen) })}
      />
    </div>
  );
}

function Where({ meeting: { placeKind, place, link } }: { meeting: Meeting }) {
  const context = useCommands();
  const { t } = context;
  // "Somewhere else" with nothing written says nothing of the place: it is shown as chosen once somebody taps it.
  const [isTapped, setTapped] = useState(false);
  const isSaid = placeKind !== 'other' || place !== '' || isTapped;
  const choose = (chosen: PlaceKind) => {
    setTapped(true);
    if (chosen !== placeKind) planMeeting(context, { placeKind: chosen });
  };
  return (
    <>
      <PillRadios
        legend={t('meeting.where')}
        value={isSaid ? placeKind : null}
        choices={PLACE_KINDS.map((value) => ({ value, text: t(PLACE_WORDS[value]) }))}
        onChoose={choose}
      />
      {placeKind === 'video' ? (
        <WrittenField
          label={t('meeting.link')}
          value={link}
          type="url"
          onType={(text) => typeInMeeting(context, { link: text })}
        />
      ) : (
        <WrittenField
          label={t('meeting.place')}
          value={place}
          onType={(text) => typeInMeeting(context, { place: text })}
        />
      )}
    </>
  );
}

function Leaders({ leaders }: { leaders: readonly string[] }) {
  const context = useCommands();
  const { t } = context;
  const [first = '', second = '', ...others] = leaders;
  const write = (...names: string[]) => {
    const all = [...names, ...others];
    const last = all.findLastIndex((name) => name !== '');
    typeInMeeting(context, { leaders: all.slice(0, last + 1) });
  };
  return (
    <div className="meeting-leaders">
      <WrittenField label={t('meeting.leader')} value={first} onType={(text) => write(text, second)} />
      <WrittenField label={t('meeting.leader.second')} value={second} onType={(text) => write(first, text)} />
    </div>
  );
}

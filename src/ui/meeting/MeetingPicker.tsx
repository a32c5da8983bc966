import { lookAtMeeting, removeMeeting } from '../../commands/meetings.ts';
import { longDate } from '../../i18n/dates.ts';
import { useCommands, useMap, useMeeting, useView } from '../kit/AppContext.tsx';
import { ChoiceField } from '../kit/ChoiceField.tsx';

/** Which of several meetings one looks at. With one meeting there is nothing to choose. */
export function MeetingPicker() {
  const context = useCommands();
  const { t } = context;
  const { meetings } = useMap();
  const meeting = useMeeting();
  const language = useView((view) => view.language);
  if (meetings.length < 2 || !meeting) return null;
  return (
    <div className="meeting-picker">
      <ChoiceField
        label={t('meeting.which')}
        value={meeting.id}
        choices={meetings.map(({ id, date }, index) => ({
          value: id,
          text:
            date === null
              ? t('meeting.which.undated', { number: index + 1 })
              : t('meeting.which.dated', { number: index + 1, date: longDate(language, date) }),
        }))}
        onChoose={(id) => lookAtMeeting(context, id)}
      />
      <button type="button" className="plain-button" onClick={() => removeMeeting(context)}>
        {t('meeting.remove')}
      </button>
      {meeting !== meetings.at(-1) && <p className="quiet">{t('meeting.earlier')}</p>}
    </div>
  );
}

import { planMeeting } from '../../commands/invitations.ts';
import { isChanged, namesOf, toBeTold } from '../../export/letter/households.ts';
import { tellText } from '../../export/letter/shortTexts.ts';
import type { Household } from '../../model/households.ts';
import type { Meeting, MeetingStatus as Status } from '../../model/types.ts';
import { useCommands, useMap, useT } from '../kit/AppContext.tsx';
import { PillRadios } from '../kit/PillRadios.tsx';
import { ANSWER_WORDS } from '../../scene/meetingWords.ts';
import { CopyText } from '../kit/CopyText.tsx';
import { ToldTick } from './ToldTick.tsx';
import type { LetterWords } from './useLetterWords.ts';

type Props = { readonly meeting: Meeting; readonly words: LetterWords };

/** The meeting is as planned, moved or cancelled; and whoever has been asked must be told. */
export function MeetingStatus({ meeting, words }: Props) {
  const context = useCommands();
  const { t } = context;
  const asked = toBeTold(useMap(), meeting);
  return (
    <section className="letters-status">
      <PillRadios<Status>
        legend={t('letter.status')}
        value={meeting.status}
        choices={[
          { value: 'planned', text: t('letter.status.planned') },
          { value: 'moved', text: t('letter.status.moved') },
          { value: 'cancelled', text: t('letter.status.cancelled') },
        ]}
        onChoose={(status) => planMeeting(context, { status })}
      />
      {isChanged(meeting) && asked.length === 0 && <p className="letters-note">{t('letter.tell.nobody')}</p>}
      {asked.length > 0 && (
        <>
          <p>{t('letter.tell')}</p>
          <ul>
            {asked.map((people) => (
              <Told key={people[0].id} people={people} meeting={meeting} words={words} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Told({ people, meeting, words }: Props & { readonly people: Household }) {
  const t = useT();
  const map = useMap();
  const { language } = words;
  const text = tellText({ map, meeting, to: people, ...words });
  const answer = meeting.invitations[people[0].id]?.answer ?? 'asked';
  const names = namesOf(people, t);
  if (text === null) return null;
  return (
    <li>
      <p>
        <strong translate="no">{names}</strong> <span className="quiet">{t(ANSWER_WORDS[answer])}</span>
      </p>
      <p className="letters-said" lang={language} translate="no">
        {text}
      </p>
      <CopyText text={text} label={t('letter.tell.copy', { names })} />
      <ToldTick meeting={meeting} people={people} />
    </li>
  );
}

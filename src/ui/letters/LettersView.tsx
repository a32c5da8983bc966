import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { planMeeting } from '../../commands/invitations.ts';
import { isForPaper, isThoughtAbout, letterHouseholds } from '../../export/letter/households.ts';
import { letterText } from '../../export/letter/letterText.ts';
import type { PrintedLetter } from '../../export/letter/printedLetter.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts';
import type { Household } from '../../model/households.ts';
import { newMeeting } from '../../model/newMap.ts';
import { currentDrawing } from '../../model/questions.ts';
import type { Meeting, MeetingId, PersonId } from '../../model/types.ts';
import { useCommands, useMap, useMeeting } from '../kit/AppContext.tsx';
import { DialogFrame } from '../kit/DialogFrame.tsx';
import { PillRadios } from '../kit/PillRadios.tsx';
import { useChoose, useOut } from '../out/outChoices.ts';
import { LetterBlocks } from './LetterBlocks.tsx';
import { LetterOut } from './LetterOut.tsx';
import { LettersTo } from './LettersTo.tsx';
import './letters.css';
import { MeetingStatus } from './MeetingStatus.tsx';
import { OnlyMessage } from './OnlyMessage.tsx';
import { type LetterWords, useLetterWords } from './useLetterWords.ts';

/** The invitations: whom they go to, what stands in them, and exactly how they leave. */
export function LettersView() {
  const { t } = useCommands();
  const map = useMap();
  const meeting = useMeeting() ?? newMeeting('' as MeetingId, currentDrawing(map).id);
  const words = useLetterWords(meeting.letter.language);
  // First what must be told; but nothing jumps away under the finger that says so.
  const [tellFirst] = useState(() => meeting.status === 'moved' || meeting.status === 'cancelled');
  const status = words && <MeetingStatus meeting={meeting} words={words} />;
  return (
    <DialogFrame title={t('letter.title')}>
      <div className="letters">
        {tellFirst && status}
        {words && <Letters meeting={meeting} words={words} />}
        {!tellFirst && status}
      </div>
    </DialogFrame>
  );
}

type Props = { readonly meeting: Meeting; readonly words: LetterWords };

function Letters({ meeting, words }: Props) {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const { roles } = useOut();
  const [chosen, setChosen] = useState<PersonId | null>(null);
  const { language, t: say } = words;
  const all = useMemo(() => letterHouseholds(map, meeting), [map, meeting]);
  const to = all.find((household) => household.some(({ id }) => id === chosen)) ?? all[0];
  const letters = useMemo(
    () =>
      all.map((household): PrintedLetter => {
        const parts = letterText({ map, meeting, to: household, language, t: say, roles });
        return { key: household[0].id, language, t: say, parts };
      }),
    [all, map, meeting, language, say, roles],
  );
  const shown = letters.find(({ key }) => key === to?.[0].id);
  const mayLeave = to !== undefined && isForPaper(map, to);
  // Whom one still thinks about gets no letter by the way: theirs is printed by itself.
  const isInPile = (household: Household) => isForPaper(map, household) && !isThoughtAbout(meeting, household);
  const pile = letters.filter((_, index) => all.slice(index, index + 1).some(isInPile));
  usePrintedByBrowser(mayLeave ? shown : undefined);
  if (!to || !shown) return <p>{t('letter.nobody')}</p>;
  const request = { map, meeting, to, language, t: say, roles };
  return (
    <div className="letters-parts">
      <LettersTo meeting={meeting} all={all} to={to} onChoose={setChosen} />
      <div className="letters-write">
        <PillRadios
          legend={t('letter.language')}
          value={meeting.letter.language}
          choices={LANGUAGES.map((value) => ({ value, text: LANGUAGE_NAMES[value] }))}
          onChoose={(value) => planMeeting(context, { letter: { ...meeting.letter, language: value } })}
        />
        <LetterBlocks request={request} />
      </div>
      <LetterOut request={request} letter={shown} isForPaper={mayLeave} pile={pile}>
        <OnlyMessage words={words} />
      </LetterOut>
    </div>
  );
}

/** The browser's own print gives the letter in sight, and never the map behind it. */
function usePrintedByBrowser(letter: PrintedLetter | undefined): void {
  const choose = useChoose();
  const { printing } = useOut();
  // Not while something is being printed: all the letters may be on their way. Nor late, over what was asked for since.
  useLayoutEffect(() => {
    if (!printing) choose({ letters: letter ? [letter] : [] });
  }, [choose, letter, printing]);
  useEffect(() => () => choose({ letters: null }), [choose]);
}

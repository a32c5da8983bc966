import { namesToMend } from '../../export/papers/toMend.ts';
import { invitees } from '../../model/questions.ts';
import { useMap, useMeeting, useT } from '../kit/AppContext.tsx';
import { useOut } from './outChoices.ts';
import type { LetterPages } from './useSheets.ts';

/** What the papers say that they perhaps should not, and whom they leave out: on the screen, never on the paper. */
export function MendNotes({ letters: written }: { letters: readonly LetterPages[] }) {
  const t = useT();
  const map = useMap();
  const meeting = useMeeting();
  const { papers, roles, theme } = useOut();
  const letters = written.map(({ letter }) => letter);
  const isLong = written.some(({ pages }) => pages.length > 1);
  const toMend = namesToMend({ map, meeting, papers, roles, theme, letters });
  const isAboutInvitees = papers.some((kind) => kind === 'list' || kind === 'plan' || kind === 'letters');
  const left = isAboutInvitees ? invitees(map, ['yes', 'maybe'], meeting).filter(({ offPaper }) => offPaper) : [];
  return (
    <>
      {left.length > 0 && (
        <p className="out-notes-text">{t('paper.left', { names: left.map(({ name }) => name).join(', ') })}</p>
      )}
      {isLong && <p className="out-notes-text">{t('letter.long.some')}</p>}
      {papers.includes('letters') && invitees(map, ['maybe'], meeting).length > 0 && (
        <p className="out-notes-text">{t('paper.letters.maybe')}</p>
      )}
      {toMend.length > 0 && (
        <div className="out-notes-text">
          <p>{t(roles ? 'paper.mend.roles' : 'paper.mend.offPaper')}</p>
          <ul>
            {toMend.map(({ where, names }) => (
              <li key={where}>{t('paper.mend.one', { where: t(where), names: names.join(', ') })}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

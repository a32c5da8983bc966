import { useId } from 'react';
import { isThoughtAbout, namesOf, onlyScreen } from '../../export/letter/households.ts';
import type { Household } from '../../model/households.ts';
import type { Meeting, PersonId } from '../../model/types.ts';
import { useMap, useT } from '../kit/AppContext.tsx';

type Props = {
  readonly meeting: Meeting;
  readonly all: readonly Household[];
  readonly to: Household;
  readonly onChoose: (id: PersonId) => void;
};

/** Whom the letters go to; one of them is in sight. */
export function LettersTo({ meeting, all, to, onChoose }: Props) {
  const t = useT();
  const map = useMap();
  const id = useId();
  return (
    <section className="letters-to" aria-labelledby={id}>
      <h3 id={id}>{t('letter.to')}</h3>
      <ul>
        {all.map((household) => {
          const [head] = household;
          const notes = [
            isThoughtAbout(meeting, household) ? t('letter.toMaybe') : '',
            onlyScreen(map, head) === null ? '' : t('meeting.chip.offPaper'),
          ].filter((note) => note !== '');
          return (
            <li key={head.id}>
              <button type="button" aria-pressed={head.id === to[0].id} onClick={() => onChoose(head.id)}>
                <span translate="no">{namesOf(household, t)}</span>
                {notes.length > 0 && <span className="letters-note"> {notes.join(', ')}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

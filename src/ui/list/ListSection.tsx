import { type ReactNode, useId } from 'react';
import type { Person, PersonId, SectorId } from '../../model/types.ts';
import { AddPersonForm } from './AddPersonForm.tsx';
import { PersonRow } from './PersonRow.tsx';

type Props = {
  readonly at: SectorId | 'tray';
  readonly title: string;
  readonly mark: ReactNode;
  readonly remark: string | null;
  readonly people: readonly Person[];
  readonly open: ReadonlySet<PersonId>;
  readonly onToggle: (id: PersonId) => void;
};

/** A field (or those not placed yet): its people, and at the foot a place to write one more. */
export function ListSection({ at, title, mark, remark, people, open, onToggle }: Props) {
  const id = useId();
  return (
    <section className="list-section" aria-labelledby={id}>
      <header>
        {mark}
        <h2 id={id}>{title}</h2>
        {remark !== null && <span className="quiet">{remark}</span>}
      </header>
      <ul>
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            isOpen={open.has(person.id)}
            onToggle={() => onToggle(person.id)}
          />
        ))}
      </ul>
      <AddPersonForm at={at} title={title} />
    </section>
  );
}

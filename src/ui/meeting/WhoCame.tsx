import { useId } from 'react';
import { updateInvitation } from '../../commands/invitations.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { canBeInvited, invitationOf, peopleOnDrawing } from '../../model/questions.ts';
import type { Meeting, NetworkMap, Person } from '../../model/types.ts';
import { useCommands, useMap } from '../kit/AppContext.tsx';

const CHOICES = [
  { came: true, word: 'after.came' },
  { came: false, word: 'after.didNot' },
  { came: null, word: 'after.unsaid' },
] as const satisfies readonly { came: boolean | null; word: PlainKey }[];

/** Those who were to come, the certain ones first, and whoever else has something noted. */
function expected(map: NetworkMap, meeting: Meeting | null): Person[] {
  const of = ({ id }: Person) => invitationOf(map, id, meeting);
  const all = peopleOnDrawing(map).filter(canBeInvited);
  const sure = all.filter((person) => of(person).wish === 'yes');
  const rest = all.filter((person) => {
    const { wish, came } = of(person);
    return wish === 'maybe' || (wish !== 'yes' && came !== null);
  });
  return [...sure, ...rest];
}

/** Who came, each for themselves. Not to have come is nothing to be noted in red. */
export function WhoCame({ meeting }: { meeting: Meeting | null }) {
  const { t } = useCommands();
  const id = useId();
  const people = expected(useMap(), meeting);
  return (
    <section className="card who-came" aria-labelledby={id}>
      <h2 id={id}>{t('after.who')}</h2>
      {people.length === 0 ? (
        <p className="quiet">{t('after.nobody')}</p>
      ) : (
        <ul>
          {people.map((person) => (
            <Came key={person.id} person={person} meeting={meeting} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Came({ person: { id, name, relation }, meeting }: { person: Person; meeting: Meeting | null }) {
  const context = useCommands();
  const { t } = context;
  const group = useId();
  const { came: now } = invitationOf(useMap(), id, meeting);
  return (
    <li>
      <p className="invitee-who">
        <strong translate="no">{name}</strong>
        {relation !== '' && <span className="quiet">{relation}</span>}
      </p>
      <div className="pills came" role="radiogroup" aria-label={t('after.cameOf', { name })}>
        <div>
          {CHOICES.map(({ came, word }) => (
            <label key={word} className="pill">
              <input
                type="radio"
                name={group}
                checked={came === now}
                onChange={() => updateInvitation(context, id, { came })}
              />
              {came === null ? (
                <span>
                  <span aria-hidden="true">–</span>
                  <span className="visually-hidden">{t(word)}</span>
                </span>
              ) : (
                <span>{t(word)}</span>
              )}
            </label>
          ))}
        </div>
      </div>
    </li>
  );
}

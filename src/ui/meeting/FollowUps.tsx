import { type FormEvent, useId, useRef, useState } from 'react';
import { addFollowUp } from '../../commands/meetings.ts';
import { MAX_TEXT } from '../../model/limits.ts';
import type { FollowUp, Meeting } from '../../model/types.ts';
import { useCommands, useMap } from '../kit/AppContext.tsx';
import { useKeepFocus } from '../kit/useKeepFocus.ts';
import { FollowUpRow } from './FollowUpRow.tsx';
import './FollowUps.css';
import { carrying } from './whoFollows.ts';

/** What came up and who follows it up: the open matters first, then those that are done. */
export function FollowUps({ meeting }: { meeting: Meeting }) {
  const { t } = useCommands();
  const id = useId();
  const container = useRef<HTMLDivElement>(null);
  const { followUps } = meeting;
  const remember = useKeepFocus(container, followUps);
  const open = followUps.filter(({ done }) => !done);
  const done = followUps.filter((followUp) => followUp.done);
  return (
    <section className="card" aria-labelledby={id}>
      <div ref={container} className="follow-ups" onFocus={({ target }) => remember(target)}>
        <h2 id={id}>{t('after.matters')}</h2>
        <NewMatter />
        <Matters followUps={open} meeting={meeting} />
        {done.length > 0 && <h3>{t('after.doneList')}</h3>}
        <Matters followUps={done} meeting={meeting} />
        <Carrying meeting={meeting} />
      </div>
    </section>
  );
}

function Matters({ followUps, meeting }: { followUps: readonly FollowUp[]; meeting: Meeting }) {
  if (followUps.length === 0) return null;
  return (
    <ul className="matters">
      {followUps.map((followUp) => (
        <FollowUpRow key={followUp.id} followUp={followUp} meeting={meeting} />
      ))}
    </ul>
  );
}

/** Enter adds, and the field is ready for the next one. */
function NewMatter() {
  const context = useCommands();
  const { t } = context;
  const field = useRef<HTMLInputElement>(null);
  const [matter, setMatter] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    addFollowUp(context, matter);
    setMatter('');
    field.current?.focus();
  };
  return (
    <form className="new-matter" onSubmit={submit}>
      <input
        ref={field}
        className="ds-input"
        aria-label={t('after.matter.new')}
        placeholder={t('after.matter.new')}
        value={matter}
        maxLength={MAX_TEXT}
        autoComplete="off"
        enterKeyHint="next"
        onChange={({ target }) => setMatter(target.value)}
      />
      <button type="submit" className="plain-button">
        {t('after.matter.add')}
      </button>
    </form>
  );
}

/** How much each one has taken on: a plain number beside the name, only here, so that it can be talked about. */
function Carrying({ meeting: { followUps } }: { meeting: Meeting }) {
  const { t } = useCommands();
  const id = useId();
  const all = carrying(useMap(), followUps);
  if (all.length === 0) return null;
  return (
    <div className="carrying">
      <h3 id={id}>{t('after.carry')}</h3>
      <ul aria-labelledby={id}>
        {all.map(({ name, count }, index) => (
          <li key={`${name} ${index}`}>
            <span className="visually-hidden">{t('after.carry.count', { name, count })}</span>
            <span aria-hidden="true" translate="no">
              {name}
            </span>{' '}
            <span aria-hidden="true" className="carrying-count">
              {count}
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('after.carry.hint')}</p>
    </div>
  );
}

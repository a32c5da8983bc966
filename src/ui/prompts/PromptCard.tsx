import { type FormEvent, useId, useRef, useState } from 'react';
import {
  answerPrompt,
  endPrompts,
  fieldsFor,
  isHere,
  type Prompt,
  PROMPTS,
  turnPrompt,
} from '../../commands/prompts.ts';
import { commandById } from '../../commands/table.ts';
import { MAX_TEXT } from '../../model/limits.ts';
import type { NetworkMap, Place } from '../../model/types.ts';
import { ringName, sectorName } from '../../scene/words.ts';
import { useCommands, useMap, useView } from '../kit/AppContext.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useEscape } from '../kit/useEscape.ts';
import { useStandsIn } from '../kit/useStandsIn.ts';
import './promptCard.css';

/** One question, and room for a name: it can be answered, passed over, or put away. */
export function PromptCard({ onMap }: { onMap: boolean }) {
  const context = useCommands();
  const { t } = context;
  const { card } = useView((view) => view.prompts);
  const prompt = PROMPTS[card] ?? null;
  const section = useRef<HTMLElement>(null);
  const id = useId();
  const close = () => commandById('prompts').run(context);
  useEscape(section, close);
  useStandsIn('.map-screen', 'prompt', section);
  return (
    <section ref={section} className="prompt-card" aria-labelledby={id}>
      <header>
        <p id={id} className="quiet">
          {t('prompts.title')}
        </p>
        <button type="button" className="round-button" aria-label={t('prompts.hide')} onClick={close}>
          <Icon name="close" size={20} />
        </button>
      </header>
      <h2>{t(prompt?.question ?? 'prompts.last')}</h2>
      {prompt ? <Answer key={card} prompt={prompt} onMap={onMap} /> : <p>{t('prompts.last.fine')}</p>}
      <div className="prompt-ways">
        {card > 0 && (
          <button
            type="button"
            className="round-button"
            aria-label={t('prompts.back')}
            onClick={() => turnPrompt(context, -1)}
          >
            <Icon name="back" size={20} />
          </button>
        )}
        <Onward isLast={prompt === null} />
      </div>
    </section>
  );
}

function Onward({ isLast }: { isLast: boolean }) {
  const context = useCommands();
  const { t } = context;
  const answered = useView((view) => view.prompts.answered);
  const act = () => (isLast ? endPrompts(context) : turnPrompt(context, 1));
  const onward = answered ? t('prompts.next') : t('prompts.skip');
  return (
    <button type="button" className="plain-button" onClick={act}>
      {isLast ? t('prompts.done') : onward}
    </button>
  );
}

/** A name, and where: not placed yet, or in a field as near as they are. */
function Answer({ prompt, onMap }: { prompt: Prompt; onMap: boolean }) {
  const context = useCommands();
  const { t } = context;
  const name = useView((view) => view.prompts.name);
  const [place, setPlace] = useState<Place>('tray');
  /** The name that was asked about because it stands here already. */
  const [doubted, setDoubted] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const write = (text: string) => {
    const { prompts, set } = context.viewStore.getState();
    set({ prompts: { ...prompts, name: text } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    input.current?.focus({ preventScroll: true });
    const isAsked = doubted !== '' && doubted === name;
    if (isHere(context, name) && !isAsked) setDoubted(name);
    else if (answerPrompt(context, place)) setDoubted('');
  };
  return (
    <form onSubmit={submit}>
      <input
        ref={input}
        aria-label={t('map.name')}
        placeholder={t('map.tray.add')}
        value={name}
        maxLength={MAX_TEXT}
        autoComplete="off"
        enterKeyHint="done"
        translate="no"
        dir="auto"
        onChange={({ target }) => write(target.value)}
      />
      <WhereField prompt={prompt} place={place} onChoose={setPlace} />
      <button type="submit" className="plain-button primary">
        {t('map.add')}
      </button>
      <output className="quiet">{doubted !== '' && doubted === name && t('prompts.known', { name })}</output>
      {onMap && name.trim() !== '' && doubted !== name && <p className="quiet">{t('prompts.tapHint')}</p>}
      <ToolOf prompt={prompt} />
    </form>
  );
}

/** Some questions are about those who stand there already. */
function ToolOf({ prompt: { tool } }: { prompt: Prompt }) {
  const context = useCommands();
  if (!tool) return null;
  const begin = () => {
    context.viewStore.getState().set({ screen: 'map' });
    commandById(tool).run(context);
  };
  return (
    <button type="button" className="plain-button prompt-tool" onClick={begin}>
      <Icon name={tool} />
      <span>{context.t(commandById(tool).name)}</span>
    </button>
  );
}

type WhereProps = { readonly prompt: Prompt; readonly place: Place; readonly onChoose: (place: Place) => void };

function WhereField({ prompt, place, onChoose }: WhereProps) {
  const { t } = useCommands();
  const map = useMap();
  const fields = fieldsFor(map.sectors, prompt);
  const cells = fields.flatMap(({ id }) => ringsOf(map).map((ring) => ({ sector: id, ring, spot: null })));
  const at =
    place === 'tray' ? -1 : cells.findIndex(({ sector, ring }) => sector === place.sector && ring === place.ring);
  return (
    <label className="prompt-where">
      <span className="visually-hidden">{t('prompts.where')}</span>
      <select value={at} onChange={({ target }) => onChoose(cells[Number(target.value)] ?? 'tray')}>
        <option value={-1}>{t('place.tray')}</option>
        {fields.map((sector, index) => (
          <optgroup key={sector.id} label={sectorName(sector, t)}>
            {ringsOf(map).map((ring, step) => (
              <option key={ring} value={index * ringsOf(map).length + step}>
                {ringName(map, ring, t)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

const ringsOf = ({ rings }: NetworkMap) => [...rings.keys(), 'outside' as const];

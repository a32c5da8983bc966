/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events --
   a datalist can't be styled or walked through on an iPad; the keys are the input's, the suggestions are only touched. */
import { Field, Input, Label } from '@digdir/designsystemet-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { MAX_TEXT } from '../../model/limits.ts';
import { useT } from './AppContext.tsx';
import './RelationField.css';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly onLeave?: () => void;
  readonly placeholder?: string;
};

/**
 * The words that hold what is written: those that begin with it first. All of them for an
 * empty field, none for a finished word.
 * @internal
 */
export function suggestionsFor(words: readonly string[], written: string): readonly string[] {
  const wanted = written.trim().toLowerCase();
  if (wanted === '') return words;
  if (words.some((word) => word.toLowerCase() === wanted)) return [];
  const holding = words.filter((word) => word.toLowerCase().includes(wanted));
  const begins = (word: string) => word.toLowerCase().startsWith(wanted);
  return [...holding.filter(begins), ...holding.filter((word) => !begins(word))];
}

/**
 * Who somebody is to you: any words, with suggestions (the combobox pattern of the ARIA practices: focus stays in the
 * input, the arrows walk through the list, Enter takes, Escape closes). With no suggestion walked to, Enter is the form's.
 */
export function RelationField({ label, value, onType, onLeave, placeholder }: Props) {
  const t = useT();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const words = suggestionsFor(t('list.relationWords').split('|'), value);
  const isShown = isOpen && words.length > 0;
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const take = (word: string) => {
    onType(word);
    close();
  };
  const press = (event: KeyboardEvent) => {
    const chosen = words[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setActive(walk(active, event.key === 'ArrowDown' ? 1 : -1, words.length));
    } else if (event.key === 'Enter' && isShown && chosen !== undefined) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === 'Escape' && isShown) {
      // Only the list closes, not the sheet or the dialog that the field stands in.
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  return (
    <Field className="relation-field">
      <Label>{label}</Label>
      <Input
        role="combobox"
        aria-expanded={isShown}
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        {...(isShown && active >= 0 ? { 'aria-activedescendant': `${id}${active}` } : {})}
        value={value}
        {...(placeholder === undefined ? {} : { placeholder })}
        maxLength={MAX_TEXT}
        autoComplete="off"
        autoCapitalize="none"
        onChange={({ target }) => {
          setOpen(true);
          setActive(-1);
          onType(target.value);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={press}
        onBlur={() => {
          close();
          onLeave?.();
        }}
      />
      <Suggestions id={id} words={isShown ? words : []} active={active} onTake={take} />
    </Field>
  );
}

/** Round the list, by way of no suggestion at all: back to what was written. */
const walk = (active: number, step: 1 | -1, count: number): number =>
  ((active + 1 + step + count + 1) % (count + 1)) - 1;

type SuggestionsProps = {
  readonly id: string;
  readonly words: readonly string[];
  readonly active: number;
  readonly onTake: (word: string) => void;
};

function Suggestions({ id, words, active, onTake }: SuggestionsProps) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Not in jsdom.
    list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={list}
      id={`${id}list`}
      role="listbox"
      tabIndex={-1}
      aria-label={t('list.relation.suggestions')}
      hidden={words.length === 0}
    >
      {words.map((word, index) => (
        <div
          key={word}
          id={`${id}${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // Keeps the focus in the input, so that the list doesn't close before the word is taken.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(word)}
        >
          {word}
        </div>
      ))}
    </div>
  );
}

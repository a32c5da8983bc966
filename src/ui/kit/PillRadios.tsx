import { useId } from 'react';
import type { Choice } from './ChoiceField.tsx';
import './Pills.css';

type Props<Value extends string> = {
  readonly legend: string;
  /** null: none of them yet. */
  readonly value: Value | null;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
};

/** One of a few, all in sight: the platform's radios in the shape of pills. */
export function PillRadios<Value extends string>({ legend, value, choices, onChoose }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className="pills">
      <legend>{legend}</legend>
      <div>
        {choices.map((choice) => (
          <label key={choice.value} className="pill">
            <input type="radio" name={name} checked={choice.value === value} onChange={() => onChoose(choice.value)} />
            <span>{choice.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

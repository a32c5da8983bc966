import type { Choice } from './ChoiceField.tsx';
import './Pills.css';

type Props<Value extends string> = {
  readonly legend: string;
  readonly values: readonly Value[];
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (values: readonly Value[]) => void;
};

/** Any of a few: checkboxes in the shape of pills. */
export function PillBoxes<Value extends string>({ legend, values, choices, onChoose }: Props<Value>) {
  const without = (value: Value) => values.filter((one) => one !== value);
  return (
    <fieldset className="pills">
      <legend>{legend}</legend>
      <div>
        {choices.map(({ value, text }) => (
          <label key={value} className="pill">
            <input
              type="checkbox"
              checked={values.includes(value)}
              onChange={({ target }) => onChoose(target.checked ? [...values, value] : without(value))}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

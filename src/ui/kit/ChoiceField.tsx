import { Field, Label, Select } from '@digdir/designsystemet-react';

export type Choice<Value extends string> = { readonly value: Value; readonly text: string };

type Props<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
};

/** One of a few: the platform's own select, which every hand and screen reader knows. */
export function ChoiceField<Value extends string>({ label, value, choices, onChoose }: Props<Value>) {
  return (
    <Field>
      <Label>{label}</Label>
      <Select
        value={value}
        onChange={({ target }) => {
          const chosen = choices[target.selectedIndex];
          if (chosen) onChoose(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </Select>
    </Field>
  );
}

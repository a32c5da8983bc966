import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { useCommands } from './AppContext.tsx';

export type Choice<Value extends string> = { readonly value: Value; readonly text: string };

type Props<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
};

/**
 * One of a few: the platform's own select, which every hand and screen reader knows. The arrow keys choose each line they
 * come to: whatever is chosen in one visit is one undo step.
 */
export function ChoiceField<Value extends string>({ label, value, choices, onChoose }: Props<Value>) {
  const { mapStore } = useCommands();
  const id = useId();
  return (
    <Field>
      <Label>{label}</Label>
      <Select
        value={value}
        onBlur={() => mapStore.getState().endField()}
        onChange={({ target }) => {
          const chosen = choices[target.selectedIndex];
          if (chosen) mapStore.getState().inField(`choice ${id}`, () => onChoose(chosen.value));
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

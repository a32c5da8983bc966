import { Textfield } from '@digdir/designsystemet-react';
import { MAX_TEXT } from '../../model/limits.ts';
import { useCommands } from './AppContext.tsx';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly onLeave?: () => void;
  readonly description?: string;
  readonly placeholder?: string;
  /** More than one line. */
  readonly rows?: number;
  readonly type?: 'text' | 'url' | 'tel';
  /** What the dialog is for: it begins here, not at its heading. */
  readonly focusFirst?: boolean;
};

/** A field of the map that is typed in: whatever is written in one visit is one undo step. */
export function WrittenField(props: Props) {
  const { label, value, onType, onLeave, description, placeholder, rows, type = 'text', focusFirst = false } = props;
  const { mapStore } = useCommands();
  const shared = {
    label,
    value,
    maxLength: MAX_TEXT,
    autoComplete: 'off',
    dir: 'auto',
    ...(description === undefined ? {} : { description }),
    ...(focusFirst ? { 'data-focus-first': '' } : {}),
    ...(placeholder === undefined ? {} : { placeholder }),
    onBlur: () => {
      onLeave?.();
      mapStore.getState().endField();
    },
  };
  return rows === undefined ? (
    <Textfield {...shared} type={type} onChange={(event) => onType(event.target.value)} />
  ) : (
    <Textfield {...shared} multiline rows={rows} onChange={(event) => onType(event.target.value)} />
  );
}

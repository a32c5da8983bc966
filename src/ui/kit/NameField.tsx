import { useState } from 'react';
import { typeInPerson } from '../../commands/people.ts';
import type { Person } from '../../model/types.ts';
import { useCommands } from './AppContext.tsx';
import { WrittenField } from './WrittenField.tsx';

/** Somebody's name. Emptied, it is kept as it was: nobody on the map is without a name. */
export function NameField({ person: { id, name }, label }: { person: Person; label: string }) {
  const context = useCommands();
  const [isEmpty, setEmpty] = useState(false);
  const leave = () => {
    setEmpty(false);
    if (name !== name.trim()) typeInPerson(context, id, { name: name.trim() });
  };
  return (
    <WrittenField
      label={label}
      value={isEmpty ? '' : name}
      onType={(text) => {
        setEmpty(text.trim() === '');
        if (text.trim() !== '') typeInPerson(context, id, { name: text });
      }}
      onLeave={leave}
    />
  );
}

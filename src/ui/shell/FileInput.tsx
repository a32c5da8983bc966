import type { RefObject } from 'react';

type Props = { readonly input: RefObject<HTMLInputElement | null>; readonly onChosen: (file: File) => void };

/**
 * The app's one file input; buttons and the menu press it. Without `accept`: tablets grey out endings that they don't know,
 * and ours is one of them.
 */
export function FileInput({ input, onChosen }: Props) {
  return (
    <input
      ref={input}
      type="file"
      data-open-file=""
      hidden
      onChange={({ currentTarget }) => {
        const file = currentTarget.files?.[0];
        if (file) onChosen(file);
        // So that the same file can be chosen again.
        currentTarget.value = '';
      }}
    />
  );
}

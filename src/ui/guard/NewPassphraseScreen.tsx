import { PassphraseSetup } from './PassphraseSetup.tsx';
import type { ComponentProps } from 'react';

/** Before a map that only a passphrase is to open. */
export function NewPassphraseScreen(props: ComponentProps<typeof PassphraseSetup>) {
  return (
    <main className="guard-screen guard-wide">
      <h1>{props.t('guard.setup.title')}</h1>
      <PassphraseSetup {...props} />
    </main>
  );
}

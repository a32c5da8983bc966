import { useState } from 'react';
import { useT } from '../kit/AppContext.tsx';
import { PassphraseSetup } from '../guard/PassphraseSetup.tsx';
import { SaveAndShare } from './SaveAndShare.tsx';

type Props = { readonly blob: Blob; readonly say: (text: string) => void; readonly onOut: () => void };

/** The same file, which only a passphrase opens. A file that has changed since is sealed anew. */
export function SealedFile({ blob, say, onOut }: Props) {
  const t = useT();
  const [made, setMade] = useState<{ readonly of: Blob; readonly sealed: Blob } | null>(null);
  const [given, setGiven] = useState(true);
  const seal = async (passphrase: string): Promise<boolean> => {
    try {
      const { sealAsAge } = await import('../../export/ageFile.ts');
      // The word on the button is drawn before the tablet is busy.
      await new Promise((drawn) => setTimeout(drawn, 50));
      setMade({ of: blob, sealed: await sealAsAge(await blob.text(), passphrase) });
      say(t('guard.file.ready'));
      return true;
    } catch {
      return false;
    }
  };
  if (made?.of === blob) {
    return (
      <>
        <p>{t('guard.file.ready')}</p>
        <SaveAndShare blob={made.sealed} kind="sealedMap" say={say} onOut={onOut} />
      </>
    );
  }
  // Put away, the setup begins with other words.
  return <PassphraseSetup key={String(given)} t={t} onDone={seal} onCancel={() => setGiven(!given)} />;
}

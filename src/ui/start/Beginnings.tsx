import { Button } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import type { PlainKey, Translate } from '../../i18n/translate.ts';
import { EXAMPLE_IDS, EXAMPLE_WORDS, type ExampleId } from './examples.ts';

type Props = {
  readonly t: Translate;
  readonly onNewMap: (keep: boolean) => void;
  /** One that only a passphrase opens. */
  readonly onNewLockedMap: () => void;
  readonly onOpenFile: () => void;
  readonly onExample: (id: ExampleId) => void;
};

/** The ways to a map. The tap that begins one is also the answer to where it is kept. */
export function Beginnings({ t, onNewMap, onNewLockedMap, onOpenFile, onExample }: Props) {
  const [choosing, setChoosing] = useState(false);
  return (
    <div className="start-ways">
      <Way t={t} name="start.newKept" hint="start.newKept.hint" first onClick={() => onNewMap(true)} />
      <Way t={t} name="guard.new" hint="guard.new.hint" onClick={onNewLockedMap} />
      <Way t={t} name="start.newUnkept" hint="start.newUnkept.hint" onClick={() => onNewMap(false)} />
      <Way t={t} name="start.openFile" onClick={onOpenFile} />
      <Way t={t} name="start.example" expanded={choosing} onClick={() => setChoosing(!choosing)} />
      {choosing && <Examples t={t} onExample={onExample} />}
    </div>
  );
}

type WayProps = {
  readonly t: Translate;
  readonly name: PlainKey;
  readonly hint?: PlainKey;
  readonly first?: boolean;
  readonly expanded?: boolean;
  readonly onClick: () => void;
};

function Way({ t, name, hint, first = false, expanded, onClick }: WayProps) {
  const id = useId();
  return (
    <div>
      <Button
        className="start-way"
        variant={first ? 'primary' : 'secondary'}
        aria-describedby={hint ? id : undefined}
        aria-expanded={expanded}
        onClick={onClick}
      >
        {t(name)}
      </Button>
      {hint && (
        <p id={id} className="start-way-hint">
          {t(hint)}
        </p>
      )}
    </div>
  );
}

function Examples({ t, onExample }: Pick<Props, 't' | 'onExample'>) {
  return (
    <fieldset className="start-examples" aria-label={t('start.example.which')}>
      <p className="quiet">{t('start.example.invented')}</p>
      {EXAMPLE_IDS.map((id) => (
        <Button key={id} variant="secondary" onClick={() => onExample(id)}>
          {t(EXAMPLE_WORDS[id])}
        </Button>
      ))}
    </fieldset>
  );
}

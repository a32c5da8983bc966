import { Button, Checkbox } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import { commandById } from '../../commands/table.ts';
import type { ShareChoice } from '../../document/shareCopy.ts';
import { fileToKeep, fileToShare } from '../../export/mapFile.ts';
import { useCommands, useMap, useMapState } from '../kit/AppContext.tsx';
import { OneOf } from './choices.tsx';
import { useChoose, useOut } from './outChoices.ts';
import { SHARE_WORDS } from './fileContents.ts';
import { SaveAndShare } from './SaveAndShare.tsx';
import { SealedFile } from './SealedFile.tsx';

export function FilePanel({ say }: { say: (text: string) => void }) {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const readOnly = useMapState((state) => state.readOnly);
  const { file, share } = useOut();
  const choose = useChoose();
  const [sealed, setSealed] = useState(false);
  // What is shared with others is not all of it, and no copy to come back to.
  const onOut = () => {
    if (file === 'keep') context.app.copyMade();
  };
  const blob = useMemo(() => (file === 'keep' ? fileToKeep(map) : fileToShare(map, share)), [map, file, share]);
  return (
    <>
      <OneOf
        label={t('out.file.which')}
        value={file}
        options={[
          { value: 'keep', label: t('out.file.keep') },
          { value: 'share', label: t('out.file.share') },
        ]}
        onChange={(value) => choose({ file: value })}
      />
      <p>{t(file === 'keep' ? 'out.file.keep.hint' : 'out.file.share.hint')}</p>
      {file === 'share' && (
        <fieldset className="out-ticks">
          <legend className="visually-hidden">{t('out.file.share')}</legend>
          {(Object.keys(SHARE_WORDS) as (keyof ShareChoice)[]).map((key) => (
            <Checkbox
              key={key}
              label={t(SHARE_WORDS[key])}
              checked={share[key]}
              onChange={({ target }) => choose({ share: { ...share, [key]: target.checked } })}
            />
          ))}
        </fieldset>
      )}
      {file === 'share' && <p className="quiet">{t('out.file.freeText')}</p>}
      <div className="out-foot">
        <p>{t('out.ask.file')}</p>
        <OneOf
          label={t('guard.file.which')}
          value={sealed ? 'sealed' : 'open'}
          options={[
            { value: 'open', label: t('guard.file.open') },
            { value: 'sealed', label: t('guard.file.sealed') },
          ]}
          onChange={(value) => setSealed(value === 'sealed')}
        />
        {sealed ? (
          <SealedFile blob={blob} say={say} onOut={onOut} />
        ) : (
          <SaveAndShare blob={blob} kind="map" say={say} onOut={onOut} />
        )}
      </div>
      <p>{t('home.hint')}</p>
      <Button
        variant="secondary"
        aria-disabled={readOnly}
        onClick={() => !readOnly && commandById('home').run(context)}
      >
        {t('home.command')}
      </Button>
    </>
  );
}

import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import type { Translate } from '../../i18n/translate.ts';
import { Rings } from '../start/Rings.tsx';
import './guard.css';

type Props = {
  readonly t: Translate;
  /** The last change behind the cover is not saved. */
  readonly failed: boolean;
  readonly onLift: () => void;
  readonly onTalk: () => void;
};

/** In the map's place, whosever it is. A tap anywhere lifts it. */
export function CoverScreen({ t, failed, onLift, onTalk }: Props) {
  const lift = useRef<HTMLButtonElement>(null);
  useEffect(() => lift.current?.focus(), []);
  return (
    <main className="guard-screen guard-cover">
      <Rings />
      <h1>{t('guard.cover.title')}</h1>
      {failed && <p role="alert">{t('guard.cover.unsaved')}</p>}
      <Button ref={lift} className="guard-lift" onClick={onLift}>
        {t('guard.cover.lift')}
      </Button>
      <Button className="guard-above" variant="tertiary" onClick={onTalk}>
        {t('guard.talk')}
      </Button>
    </main>
  );
}

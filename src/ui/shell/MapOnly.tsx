import { useEffect } from 'react';
import { useCommands, useT } from '../kit/AppContext.tsx';
import { Icon } from '../kit/Icon.tsx';
import './mapOnly.css';

/** *Bare kartet*: all that is left of the tools is the way back to them, and Escape. */
export function MapOnly() {
  const { viewStore } = useCommands();
  const t = useT();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) viewStore.getState().set({ mapOnly: false });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [viewStore]);
  return (
    <button
      type="button"
      className="map-only-end"
      aria-label={t('command.mapOnly.end')}
      title={t('command.mapOnly.end')}
      onClick={() => viewStore.getState().set({ mapOnly: false })}
    >
      <Icon name="close" size={20} />
    </button>
  );
}

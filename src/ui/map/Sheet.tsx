import type { ReactNode } from 'react';
import { Icon } from '../kit/Icon.tsx';
import { useT } from '../kit/AppContext.tsx';
import './Sheet.css';

/** A sheet about what is chosen: at the right edge, upright and on a phone from below, at most half the height. */
export function Sheet({
  title,
  label,
  onClose,
  children,
}: {
  title: ReactNode;
  label: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <aside className="sheet" aria-label={label}>
      <header className="sheet-head">
        <h2>{title}</h2>
        <button type="button" className="round-button" aria-label={t('map.close')} onClick={onClose}>
          <Icon name="close" size={20} />
        </button>
      </header>
      {children}
    </aside>
  );
}

import { type ReactNode, useEffect, useRef } from 'react';
import { useT } from '../kit/AppContext.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useEscape } from '../kit/useEscape.ts';
import { useStandsIn } from '../kit/useStandsIn.ts';
import './Sheet.css';
import { focusMap, focusMapIfLost } from './sheetFocus.ts';

type Props = {
  readonly title: ReactNode;
  /** Its name for those who don't see it. */
  readonly label: string;
  readonly onClose: () => void;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A sheet about what is chosen: at the right edge, upright and on a phone from below, at most half the height. */
export function Sheet({ title, label, onClose, className = '', children }: Props) {
  const t = useT();
  const sheet = useRef<HTMLElement>(null);
  const close = () => {
    onClose();
    focusMap();
  };
  useEscape(sheet, close);
  useStandsIn('.map-screen', 'sheet', sheet);
  useEffect(() => () => void requestAnimationFrame(focusMapIfLost), []);
  return (
    <aside ref={sheet} className={`sheet ${className}`} aria-label={label} tabIndex={-1}>
      <header className="sheet-head">
        <h2>{title}</h2>
        <button type="button" className="round-button" aria-label={t('map.close')} onClick={close}>
          <Icon name="close" size={20} />
        </button>
      </header>
      {children}
    </aside>
  );
}

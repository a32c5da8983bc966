import { useT } from '../kit/AppContext.tsx';
import { CommandButton } from './CommandButton.tsx';
import './Toolbar.css';

/** The tools at the edge of the map: what the next taps do. */
export function Toolbar() {
  const t = useT();
  return (
    <div className="toolbar" role="toolbar" aria-label={t('map.tools')}>
      <CommandButton id="person" icon="person" className="tool" />
      <CommandButton id="tie" icon="tie" className="tool" />
      <CommandButton id="ring" icon="ring" className="tool" />
      <CommandButton id="invite" icon="invite" className="tool" />
    </div>
  );
}

export function ZoomButtons() {
  return (
    <div className="zoom-buttons">
      <CommandButton id="zoomIn" icon="plus" className="tool icon-only" />
      <CommandButton id="zoomOut" icon="minus" className="tool icon-only" />
      <CommandButton id="fit" icon="fit" className="tool icon-only" />
    </div>
  );
}

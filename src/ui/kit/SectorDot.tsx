import type { Hue } from '../../model/types.ts';
import './SectorDot.css';

/** A sector's colour beside its name; the name says the same. */
export const SectorDot = ({ hue }: { hue: Hue }) => <span className="sector-dot" data-hue={hue} aria-hidden="true" />;

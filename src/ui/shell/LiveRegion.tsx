import { useT, useView } from '../kit/AppContext.tsx';

/** Says what has happened to those who don't see it; that saving failed, at once. */
export function LiveRegion() {
  const t = useT();
  const { text, count } = useView((view) => view.announcement);
  const failed = useView((view) => view.saveState === 'failed');
  return (
    <div className="visually-hidden">
      <output>
        {/* The same sentence twice is two sentences. */}
        <span key={count}>{text}</span>
      </output>
      <div role="alert">{failed ? t('map.saved.failed') : ''}</div>
    </div>
  );
}

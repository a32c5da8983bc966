import { peopleOnDrawing } from '../../model/questions.ts';
import { useMap, useT } from '../kit/AppContext.tsx';

/** Stands here until the map is drawn. */
export function MapScreen() {
  const t = useT();
  const map = useMap();
  return (
    <div>
      <svg data-map="" role="img" aria-label={t('map.label')} />
      {peopleOnDrawing(map).map(({ id, name }) => (
        <p key={id}>{name}</p>
      ))}
    </div>
  );
}

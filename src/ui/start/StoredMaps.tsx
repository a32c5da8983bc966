import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { monthAndYear } from '../../i18n/dates.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translate.ts';
import { localDate } from '../../model/newMap.ts';
import type { MapId, NetworkMap } from '../../model/types.ts';
import type { Receipt } from '../../storage/removal.ts';
import { Notice } from '../shell/Notice.tsx';
import { RemovalReceipt } from '../shell/RemovalReceipt.tsx';
import type { MapOnDevice, MapsOnDevice } from './mapsOnDevice.ts';
import { StoredMapRow } from './StoredMapRow.tsx';

type Props = {
  readonly t: Translate;
  readonly language: Language;
  readonly maps: MapsOnDevice;
  readonly renderPicture?: (map: NetworkMap) => ReactNode;
};

export function StoredMaps({ t, language, maps, renderPicture }: Props) {
  const [found, setFound] = useState<readonly MapOnDevice[] | 'failed' | null>(null);
  const [removed, setRemoved] = useState<Receipt | 'failed' | null>(null);

  const heading = useRef<HTMLHeadingElement>(null);

  const load = useCallback(
    () =>
      maps.list().then(setFound, () => {
        setFound('failed');
      }),
    [maps],
  );
  useEffect(() => void load(), [load]);

  const remove = async (id: MapId) => {
    setRemoved(null);
    setRemoved(await maps.remove(id).catch(() => 'failed' as const));
    // The button that was pressed is gone.
    heading.current?.focus();
    await load();
  };

  const receipt = (
    <output className="start-receipt">
      {removed === 'failed' && <Notice text={t('start.delete.failed')} tone="warning" />}
      {removed !== null && removed !== 'failed' && (
        <Notice text={t('start.delete.done')} more={<RemovalReceipt t={t} receipt={removed} />} />
      )}
    </output>
  );
  if (found === null || (found !== 'failed' && found.length === 0)) return receipt;
  const names = found === 'failed' ? new Map<MapId, string>() : namesOf(found, t, language);
  return (
    <section className="start-maps">
      <h2 ref={heading} tabIndex={-1}>
        {t('start.maps')}
      </h2>
      {receipt}
      {found === 'failed' ? (
        <p>
          {t('start.maps.failed')} {t('rescue.unsaved')}
        </p>
      ) : (
        <ul>
          {found.map((map) => (
            <StoredMapRow
              key={map.id}
              map={map}
              name={names.get(map.id) ?? ''}
              t={t}
              language={language}
              maps={maps}
              onRemove={() => void remove(map.id)}
              {...(renderPicture ? { renderPicture } : {})}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** "november 2026 – kart 2": numbered within a month in the order in which they were begun. */
function namesOf(maps: readonly MapOnDevice[], t: Translate, language: Language): Map<MapId, string> {
  const begun = maps.toSorted((a, b) => (a.createdAt ?? '').localeCompare(b.createdAt ?? ''));
  const count = new Map<string, number>();
  return new Map(
    begun.map(({ id, createdAt }) => {
      const month = createdAt === null ? '' : monthAndYear(language, localDate(new Date(createdAt)));
      const number = (count.get(month) ?? 0) + 1;
      count.set(month, number);
      return [id, month === '' ? t('start.map.nameUnknown', { number }) : t('start.map.name', { month, number })];
    }),
  );
}

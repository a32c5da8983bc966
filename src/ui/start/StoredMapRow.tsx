import { Button } from '@digdir/designsystemet-react';
import { type ReactNode, useState } from 'react';
import { longDate } from '../../i18n/dates.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translate.ts';
import { localDate } from '../../model/newMap.ts';
import type { NetworkMap } from '../../model/types.ts';
import { Icon } from '../kit/Icon.tsx';
import { AskToDelete, focusIt } from '../shell/AskToDelete.tsx';
import { OldMap } from './OldMap.tsx';
import type { MapOnDevice, MapsOnDevice } from './mapsOnDevice.ts';

type Props = {
  readonly map: MapOnDevice;
  readonly name: string;
  readonly t: Translate;
  readonly language: Language;
  readonly maps: MapsOnDevice;
  readonly onRemove: () => void;
  readonly renderPicture?: (map: NetworkMap) => ReactNode;
};

/** One map: when it was made; whose it is only after *Vis*. Deleting is the one thing that asks first. */
export function StoredMapRow({ map, name, t, language, maps, onRemove, renderPicture }: Props) {
  const [shown, setShown] = useState<NetworkMap | 'unreadable' | null>(null);
  const [asking, setAsking] = useState<'not yet' | 'now' | 'no longer'>('not yet');
  const [kept, setKept] = useState(false);
  const keep = () => {
    maps.keep(map);
    setKept(true);
  };
  const show = async () => setShown((await maps.read(map.id)) ?? 'unreadable');
  const picture = shown !== null && shown !== 'unreadable' ? renderPicture?.(shown) : null;
  return (
    <li className="start-map">
      {picture && <div className="start-map-picture">{picture}</div>}
      <div className="start-map-words">
        <h3>{name}</h3>
        {shown !== null && <p>{titleOf(shown, t)}</p>}
        {map.passphrase && (
          <p>
            {t('guard.locked.title')}. {t('guard.locked.row')}
          </p>
        )}
        {map.savedAt !== null && (
          <p className="quiet">
            {t('start.map.saved', { date: longDate(language, localDate(new Date(map.savedAt))) })}
          </p>
        )}
      </div>
      {map.isOld && !kept && asking !== 'now' && (
        <OldMap
          t={t}
          name={name}
          onKeep={keep}
          onFile={() => maps.takeFile(map.id)}
          onDelete={() => setAsking('now')}
        />
      )}
      <output className="start-kept">{kept && t('old.kept')}</output>
      {asking === 'now' ? (
        <AskToDelete
          question={t('start.delete.ask', { map: name })}
          t={t}
          onYes={onRemove}
          onNo={() => setAsking('no longer')}
        />
      ) : (
        <div className="start-map-actions">
          <Button
            data-size="sm"
            variant="secondary"
            aria-label={t('start.map.openNamed', { map: name })}
            onClick={() => maps.open(map.id)}
          >
            {t('start.map.open')}
          </Button>
          {!map.passphrase && (
            <Button
              data-size="sm"
              variant="tertiary"
              aria-label={t(shown === null ? 'start.map.showNamed' : 'start.map.hideNamed', { map: name })}
              onClick={() => (shown === null ? void show() : setShown(null))}
            >
              <Icon name="eye" size={20} />
              {t(shown === null ? 'start.map.show' : 'start.map.hide')}
            </Button>
          )}
          <Button
            data-size="sm"
            variant="tertiary"
            aria-label={t('start.map.deleteNamed', { map: name })}
            ref={asking === 'no longer' ? focusIt : null}
            onClick={() => setAsking('now')}
          >
            <Icon name="trash" size={20} />
            {t('start.map.delete')}
          </Button>
        </div>
      )}
    </li>
  );
}

function titleOf(shown: NetworkMap | 'unreadable', t: Translate): ReactNode {
  if (shown === 'unreadable') return t('start.map.unreadable');
  const title = [shown.title, shown.ego.name].filter((text) => text !== '').join(' · ');
  return title === '' ? t('start.map.untitled') : <bdi translate="no">{title}</bdi>;
}

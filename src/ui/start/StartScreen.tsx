import type { ReactNode } from 'react';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { NetworkMap } from '../../model/types.ts';
import { DeleteAll } from '../shell/DeleteAll.tsx';
import { HomeScreenWords } from '../shell/HomeScreenWords.tsx';
import { Segmented } from '../shell/Segmented.tsx';
import { Beginnings } from './Beginnings.tsx';
import type { ExampleId } from './examples.ts';
import type { MapsOnDevice } from './mapsOnDevice.ts';
import { StoredMaps } from './StoredMaps.tsx';
import { Rings } from './Rings.tsx';
import './startScreen.css';

export type StartScreenProps = {
  readonly t: Translate;
  readonly language: Language;
  readonly maps: MapsOnDevice;
  readonly onNewMap: (keep: boolean) => void;
  readonly onNewLockedMap: () => void;
  readonly onOpenFile: () => void;
  readonly onExample: (id: ExampleId) => void;
  readonly onDeleteAll: () => void;
  readonly onLanguage: (language: Language) => void;
  /** A tiny picture of a map, once its title is shown. */
  readonly renderPicture?: (map: NetworkMap) => ReactNode;
  /** Strips with what has just happened. */
  readonly children?: ReactNode;
};

/** Nothing to read before the first tap, and nobody's name before somebody asks for it. */
export function StartScreen(props: StartScreenProps) {
  const {
    t,
    language,
    maps,
    onNewMap,
    onNewLockedMap,
    onOpenFile,
    onExample,
    onDeleteAll,
    onLanguage,
    renderPicture,
    children,
  } = props;
  return (
    <main className="start">
      <div className="start-sheet">
        <div className="start-language">
          <Segmented
            label={t('start.language')}
            value={language}
            onChange={onLanguage}
            options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }))}
          />
        </div>
        <div className="start-words">
          <Rings />
          <h1>{t('start.title')}</h1>
          <p>
            {t('start.yours')} {t('start.stays')}
          </p>
        </div>
        <div className="start-notices">{children}</div>
        <Beginnings
          t={t}
          onNewMap={onNewMap}
          onNewLockedMap={onNewLockedMap}
          onOpenFile={onOpenFile}
          onExample={onExample}
        />
        <StoredMaps t={t} language={language} maps={maps} {...(renderPicture ? { renderPicture } : {})} />
        <section className="start-storage quiet">
          <h2>{t('start.storage.title')}</h2>
          <p>
            {t('start.storage.where')} {t('start.storage.cleared')}
          </p>
          <HomeScreenWords t={t} />
          <DeleteAll t={t} onDelete={onDeleteAll} />
        </section>
      </div>
    </main>
  );
}

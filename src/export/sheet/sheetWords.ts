import { longDate } from '../../i18n/dates.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translate.ts';
import { currentDrawing } from '../../model/questions.ts';
import type { NetworkMap } from '../../model/types.ts';
import type { PictureLayers } from '../../scene/pictured.ts';
import type { MapScene } from '../../scene/types.ts';
import { ringName } from '../../scene/words.ts';

type Layers = Pick<PictureLayers, 'roles'>;

/** With roles instead of names, a title of one's own is left out too: it is often somebody's name. */
export const sheetTitle = (map: NetworkMap, { roles }: Layers, t: Translate): string =>
  roles ? t('out.sheet.title') : map.title.trim() || t('out.sheet.title');

export const sheetDate = (map: NetworkMap, language: Language): string => longDate(language, currentDrawing(map).date);

/** "Laget av Turid sammen med Bente", as far as it is filled in; '' when it isn't, or when roles stand for names. */
export function madeByWords(map: NetworkMap, { roles }: Layers, t: Translate): string {
  const by = map.madeBy.trim();
  const others = map.madeWith.trim();
  if (roles || (by === '' && others === '')) return '';
  if (others === '') return t('out.sheet.madeBy', { by });
  return by === '' ? t('out.sheet.madeWith', { others }) : t('out.sheet.madeByWith', { by, others });
}

/** What the rings mean; nothing where they are not drawn. */
export function nearnessWords(map: NetworkMap, scene: MapScene, t: Translate): string {
  if (!scene.ringsShown) return '';
  const rings = map.rings.map((ring, index) =>
    ring.name === null ? lowerFirst(ringName(map, index, t)) : ringName(map, index, t),
  );
  const outside = scene.people.some(({ ring }) => ring === 'outside') ? ` ${t('out.sheet.outside')}` : '';
  return t('out.sheet.nearness', { rings: rings.join(', ') }) + outside;
}

const lowerFirst = (text: string) => text.charAt(0).toLocaleLowerCase() + text.slice(1);

/**
 * Whom the map had no room to write, or not in full: "Heidi (psykisk helsearbeider)". They stand in the text instead, so
 * that nothing is lost on paper, where nobody can zoom in.
 */
export function unwrittenPeople(map: NetworkMap, layers: PictureLayers, { people }: MapScene): string[] {
  return people.flatMap(({ id, name, label }) => {
    const relation = layers.shown.relations && !layers.roles ? (map.people[id]?.relation.trim() ?? '') : '';
    const written = label?.lines.find(({ weight }) => weight === 'relation')?.text ?? '';
    const isWhole =
      label !== null && !label.shortened && (relation === '' || (written !== '' && !written.endsWith('…')));
    if (isWhole) return [];
    return [relation === '' ? name : `${name} (${relation})`];
  });
}

import { removeTie, updateTie } from '../../commands/ties.ts';
import { currentDrawing } from '../../model/questions.ts';
import { RELATION_KINDS, type RelationId, SUPPORTS } from '../../model/types.ts';
import { egoName, TIE_WORDS } from '../../scene/words.ts';
import { useCommands, useMap } from '../kit/AppContext.tsx';
import { Icon } from '../kit/Icon.tsx';
import { supportWord } from '../kit/supportWords.ts';
import { Sheet } from './Sheet.tsx';
import { TieSample } from './TieSample.tsx';

/** A line between two: how it is, by pattern and word, and who supports whom. */
export function TieSheet({ id }: { id: RelationId }) {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const relation = currentDrawing(map).relations[id];
  if (!relation) return null;
  const [first, second] = relation.between;
  const names = {
    from: map.people[first]?.name ?? '',
    to: second === 'ego' ? egoName(map, t) : (map.people[second]?.name ?? ''),
  };
  const title = t('map.tie.title', names);
  const close = () => context.viewStore.getState().selectRelation(null);
  return (
    <Sheet title={<span translate="no">{title}</span>} label={title} onClose={close}>
      <fieldset>
        <legend className="quiet">{t(second === 'ego' ? 'map.tie.kind' : 'map.tie.kindOthers')}</legend>
        <div className="tie-choices">
          {RELATION_KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              className="plain-button"
              aria-pressed={relation.kind === kind}
              onClick={() => updateTie(context, id, { kind })}
            >
              <TieSample kind={kind} />
              <span>{t(TIE_WORDS[kind])}</span>
            </button>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="quiet">{t('map.tie.support')}</legend>
        <div className="tie-choices">
          {SUPPORTS.map((support) => (
            <button
              key={support}
              type="button"
              className="plain-button"
              aria-pressed={relation.support === support}
              onClick={() => updateTie(context, id, { support })}
            >
              {supportWord(relation, support, names.from, names.to, t)}
            </button>
          ))}
        </div>
      </fieldset>
      <div className="sheet-buttons">
        <button type="button" className="plain-button wide" onClick={() => removeTie(context, id)}>
          <Icon name="trash" />
          <span>{t('map.tie.remove')}</span>
        </button>
      </div>
    </Sheet>
  );
}

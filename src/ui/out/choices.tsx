import { Checkbox } from '@digdir/designsystemet-react';
import type { PlainKey } from '../../i18n/translate.ts';
import type { PaperKind } from '../../export/papers/kinds.ts';
import { PAPERS, TURNS } from '../../export/sheet/paper.ts';
import type { Shown } from '../../model/types.ts';
import { useMap, useT } from '../kit/AppContext.tsx';
import { Segmented } from '../shell/Segmented.tsx';
import { shownOnPaper, useChoose, useOut } from './outChoices.ts';

type OneOfProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
};

/** One of a few, under a word that says what it is about. */
export function OneOf<Value extends string>(props: OneOfProps<Value>) {
  return (
    <div className="out-choice">
      <p aria-hidden="true">{props.label}</p>
      <Segmented {...props} />
    </div>
  );
}

const PAPER_WORDS = { A4: 'out.paper.A4', A3: 'out.paper.A3' } as const;
const TURN_WORDS = { landscape: 'out.turn.landscape', portrait: 'out.turn.portrait' } as const;

export function PaperChoices() {
  const t = useT();
  const { paper, turn } = useOut();
  const choose = useChoose();
  return (
    <>
      <OneOf
        label={t('out.paper')}
        value={paper}
        options={PAPERS.map((value) => ({ value, label: t(PAPER_WORDS[value]) }))}
        onChange={(value) => choose({ paper: value })}
      />
      <OneOf
        label={t('out.turn')}
        value={turn}
        options={TURNS.map((value) => ({ value, label: t(TURN_WORDS[value]) }))}
        onChange={(value) => choose({ turn: value })}
      />
    </>
  );
}

const LAYER_WORDS = {
  rings: 'out.show.rings',
  relations: 'out.show.relations',
  qualities: 'out.show.qualities',
  professionals: 'out.show.professionals',
} as const satisfies Record<keyof Shown, PlainKey>;

/** What the papers show, as far as they show it. */
export function LayerChoices({ of }: { of: readonly PaperKind[] }) {
  const t = useT();
  const map = useMap();
  const choices = useOut();
  const choose = useChoose();
  const shown = shownOnPaper(choices, map);
  const keys = Object.keys(LAYER_WORDS) as (keyof Shown)[];
  const tick = (key: 'wishes' | 'roles' | 'contact' | 'theme') => (
    <Checkbox
      key={key}
      label={t(`out.show.${key}`)}
      checked={choices[key]}
      onChange={({ target }) => choose({ [key]: target.checked })}
    />
  );
  const withMap = of.includes('map');
  const withList = of.includes('list');
  return (
    <fieldset className="out-ticks">
      <legend>{t(choices.kind === 'print' ? 'out.show' : 'out.take')}</legend>
      {withMap &&
        keys.map((key) => (
          <Checkbox
            key={key}
            label={t(LAYER_WORDS[key])}
            checked={shown[key]}
            onChange={({ target }) =>
              choose({ shown: { onMap: map.shown, onPaper: { ...shown, [key]: target.checked } } })
            }
          />
        ))}
      {withMap && tick('wishes')}
      {withList && tick('contact')}
      {withList && tick('theme')}
      {tick('roles')}
    </fieldset>
  );
}

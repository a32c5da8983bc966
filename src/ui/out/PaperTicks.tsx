import { Checkbox } from '@digdir/designsystemet-react';
import { PAPER_KINDS, type PaperKind } from '../../export/papers/kinds.ts';
import { useT } from '../kit/AppContext.tsx';
import { useChoose, useOut } from './outChoices.ts';
import { PAPER_WORDS } from './paperWords.ts';

/** Which papers, each on its own sheets, and how large their letters are. */
export function PaperTicks() {
  const t = useT();
  const { papers, large } = useOut();
  const choose = useChoose();
  const tick = (kind: PaperKind, isChosen: boolean) =>
    choose({ papers: PAPER_KINDS.filter((each) => (each === kind ? isChosen : papers.includes(each))) });
  return (
    <fieldset className="out-ticks">
      <legend>{t('out.sheets')}</legend>
      {PAPER_KINDS.map((kind) => (
        <Checkbox
          key={kind}
          label={t(PAPER_WORDS[kind])}
          checked={papers.includes(kind)}
          onChange={({ target }) => tick(kind, target.checked)}
        />
      ))}
      <Checkbox
        className="out-large"
        label={t('paper.large')}
        description={t('paper.large.hint')}
        checked={large}
        onChange={({ target }) => choose({ large: target.checked })}
      />
    </fieldset>
  );
}

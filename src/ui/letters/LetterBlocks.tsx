import { useId, useState } from 'react';
import type { LetterRequest } from '../../export/letter/letterText.ts';
import { letterBlocks } from '../../export/letter/letterText.ts';
import type { LetterBlock } from '../../model/types.ts';
import { useT } from '../kit/AppContext.tsx';
import { RolesTick } from './BlockExtras.tsx';
import { BlockRow } from './BlockRow.tsx';

/** What stands in the letter: every part can be switched off, and written anew. */
export function LetterBlocks({ request }: { request: LetterRequest }) {
  const t = useT();
  const id = useId();
  const [edited, setEdited] = useState<LetterBlock | null>(null);
  return (
    <section className="letters-blocks" aria-labelledby={id}>
      <h3 id={id}>{t('letter.blocks')}</h3>
      <p className="quiet">{t('letter.blocks.hint')}</p>
      <RolesTick />
      <ul>
        {letterBlocks(request).map((state) => (
          <BlockRow
            key={state.block}
            request={request}
            state={state}
            isEdited={edited === state.block}
            onEdit={(open) => setEdited(open ? state.block : null)}
          />
        ))}
      </ul>
    </section>
  );
}

import { Button } from '@digdir/designsystemet-react';
import { type ReactNode, useMemo } from 'react';
import { fontsReady } from '../../canvas/measure.ts';
import {
  type OnlyScreen,
  isToGuardian,
  namedButOnlyScreen,
  namesOf,
  onlyScreen,
  wished,
} from '../../export/letter/households.ts';
import { type LetterRequest, toPlainText } from '../../export/letter/letterText.ts';
import type { PrintedLetter } from '../../export/letter/printedLetter.ts';
import { letterPaper } from '../../export/papers/letterPaper.ts';
import { canShareText, shareText } from '../../export/shareText.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useCommands, useT } from '../kit/AppContext.tsx';
import { useChoose } from '../out/outChoices.ts';
import { useMeasure } from '../out/useSheet.ts';
import { CopyText } from '../kit/CopyText.tsx';
import { LetterPages } from './LetterPages.tsx';

/** Until the letters are in the page and laid out. */
const MOUNT_MS = 100;

type Props = {
  /** What else can be sent; below the letter. */
  readonly children: ReactNode;
  readonly request: LetterRequest;
  readonly letter: PrintedLetter;
  readonly isForPaper: boolean;
  /** All the letters that are printed together. */
  readonly pile: readonly PrintedLetter[];
};

/** Exactly what leaves, and the ways out. */
export function LetterOut({ request, letter, isForPaper, pile, children }: Props) {
  const t = useT();
  const { map, meeting, to } = request;
  const measure = useMeasure();
  const pages = useMemo(() => letterPaper(letter, { large: false, measure }), [letter, measure]);
  const isAnybodyThoughtAbout = wished(map, meeting, ['maybe']).length > 0;
  return (
    <section className="letters-out" aria-label={t('letter.preview')}>
      <div className="letters-seen">
        <h3>{t('letter.preview')}</h3>
        {notesOf(request, toPlainText(letter.parts), t).map((note) => (
          <p key={note} className="letters-gentle">
            {note}
          </p>
        ))}
        {pages.length > 1 && <p className="letters-gentle">{t('letter.long', { count: pages.length })}</p>}
        <figure className="letters-desk" aria-label={t('letter.preview.of', { names: namesOf(to, t) })}>
          <LetterPages letter={letter} pages={pages} />
        </figure>
        {children}
      </div>
      <div className="letters-foot">
        {isForPaper && <p className="letters-ask">{t('letter.print.ask')}</p>}
        <LeftOut request={request} />
        {isAnybodyThoughtAbout && <p className="letters-note">{t('letter.printAll.maybe')}</p>}
        <Ways letter={letter} pile={pile} isForPaper={isForPaper} />
      </div>
    </section>
  );
}

/** Who gets no printed letter, and why. */
function LeftOut({ request: { map, meeting } }: { request: LetterRequest }) {
  const t = useT();
  const reasons = wished(map, meeting, ['yes', 'maybe']).map((person) => onlyScreen(map, person));
  const count = (why: OnlyScreen) => reasons.filter((reason) => reason === why).length;
  const [offPaper, hidden] = [count('offPaper'), count('hidden')];
  return (
    <>
      {offPaper > 0 && <p className="letters-note">{t('out.left.offPaper', { count: offPaper })}</p>}
      {hidden > 0 && <p className="letters-note">{t('out.left.hidden', { count: hidden })}</p>}
    </>
  );
}

const ONLY_SCREEN_WORDS = {
  offPaper: 'letter.offPaper',
  hidden: 'letter.hidden',
} as const satisfies Record<OnlyScreen, string>;

/** What one should know of this letter; said on the screen, never in it. */
function notesOf({ map, meeting, to }: LetterRequest, text: string, t: Translate): string[] {
  const names = namesOf(to, t);
  const why = to.map((person) => onlyScreen(map, person)).find((reason) => reason !== null);
  const children = to.filter(({ child }) => child);
  const named = namedButOnlyScreen(map, text, to);
  const forChildren = isToGuardian(meeting, to) ? 'letter.child.guardian' : 'letter.child.direct';
  return [
    why ? t(ONLY_SCREEN_WORDS[why], { names }) : '',
    children.length > 0 && children.length === to.length ? t(forChildren, { names }) : '',
    named.length > 0 ? t('letter.names.offPaper', { names: namesOf(named, t) }) : '',
  ].filter((note) => note !== '');
}

type WaysProps = Omit<Props, 'request' | 'children'>;

function Ways({ letter, pile, isForPaper }: WaysProps) {
  const { t, viewStore } = useCommands();
  const say = (text: string) => viewStore.getState().announce(text);
  const print = usePrint();
  const text = toPlainText(letter.parts);
  const share = async () => {
    const outcome = await shareText(text);
    if (outcome === 'failed' || outcome === 'unavailable') say(t('letter.share.failed'));
  };
  return (
    <div className="letters-buttons">
      {isForPaper && <Button onClick={() => void print([letter])}>{t('letter.print')}</Button>}
      <CopyText text={text} label={t('letter.copy')} />
      {isForPaper && canShareText() && (
        <Button variant="secondary" onClick={() => void share()}>
          {t('letter.share')}
        </Button>
      )}
      {pile.length > 1 && (
        <Button variant="secondary" onClick={() => void print(pile)}>
          {t('letter.printAll')}
        </Button>
      )}
    </div>
  );
}

function usePrint() {
  const { t, viewStore } = useCommands();
  const choose = useChoose();
  return async (letters: readonly PrintedLetter[]) => {
    if (typeof window.print !== 'function') {
      viewStore.getState().announce(t('letter.print.unavailable'));
      return;
    }
    choose({ letters, printing: true });
    await Promise.all([fontsReady(), import('../out/SheetsForPrint.tsx')]);
    setTimeout(() => window.print(), MOUNT_MS);
  };
}

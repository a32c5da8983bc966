import type { Translate } from '../../i18n/translate.ts';
import './notices.css';
import type { Receipt, Removed } from '../../storage/removal.ts';

/** How many of a kind; where nobody could look, nobody can count. */
function wordsOf({ trace, gone, left }: Removed, t: Translate): string {
  if (trace !== 'maps' && trace !== 'points' && trace !== 'second') return t(`removed.${trace}`);
  return left === null ? t(`removed.unknown.${trace}`) : t(`removed.${trace}`, { count: Math.max(gone, left) });
}

/** What was removed, by kind and count and never by name; what could not be; and what nobody but the reader can remove. */
export function RemovalReceipt({ t, receipt }: { t: Translate; receipt: Receipt }) {
  const gone = receipt.filter((one) => one.gone > 0).map((one) => ({ ...one, left: 0 }));
  const left = receipt.filter((one) => one.left !== 0).map((one) => ({ ...one, gone: 0 }));
  return (
    <div className="removal-receipt" data-receipt={left.length === 0 ? 'gone' : 'left'}>
      {gone.length > 0 && <p>{t('removed.gone')}</p>}
      <Kinds of={gone} t={t} />
      {left.length > 0 ? (
        <div role="alert">
          <p>{t('removed.left')}</p>
          <Kinds of={left} t={t} />
          <p>{t('removed.left.how')}</p>
        </div>
      ) : (
        <p>{t('removed.looked')}</p>
      )}
      <p>{t('removed.notHere')}</p>
      <ul>
        <li>{t('removed.paper')}</li>
        <li>{t('removed.files')}</li>
        <li>{t('removed.shared')}</li>
      </ul>
    </div>
  );
}

function Kinds({ of, t }: { of: Receipt; t: Translate }) {
  return (
    of.length > 0 && (
      <ul>
        {of.map((one) => (
          <li key={one.trace}>{wordsOf(one, t)}</li>
        ))}
      </ul>
    )
  );
}

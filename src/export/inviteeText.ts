import type { Translate } from '../i18n/translate.ts';
import { type InviteeChoice, inviteeColumns, type InviteeRow } from './inviteeTable.ts';
import type { Fact } from './meetingFacts.ts';

/** The list as plain text, to be pasted into a message or a note: one line for each. */
export function inviteeText(
  rows: readonly InviteeRow[],
  facts: readonly Fact[],
  choice: InviteeChoice,
  t: Translate,
): string {
  const columns = inviteeColumns(choice).filter((column) => column !== 'name' && column !== 'relation');
  const lines = rows.map((row) => {
    const who = row.relation === '' ? row.name : `${row.name} (${row.relation})`;
    return `– ${[who, ...columns.map((column) => row[column])].filter((part) => part !== '').join(' · ')}`;
  });
  return [t('out.list.title'), ...facts.map(({ label, text }) => `${label}: ${text}`), '', ...lines, ''].join('\n');
}

import { INVITEE_COLUMNS, type InviteeColumn, inviteeTable } from '../../export/inviteeTable.ts';
import { meetingFacts } from '../../export/meetingFacts.ts';
import { cleanText } from '../../export/sheet/onlyDrawn.ts';
import { useCommands, useMap, useMeeting, useView } from '../kit/AppContext.tsx';
import './sheets.css';
import { listChoice, useOut } from './outChoices.ts';

/** On paper two columns may share one: who asks and how, who it is and what they are to you. */
const PAIRS = [
  ['name', 'relation'],
  ['wish', null],
  ['asker', 'means'],
  ['answer', null],
  ['needs', 'contact'],
] as const satisfies readonly (readonly [InviteeColumn, InviteeColumn | null])[];

/** Whom to invite, as a sheet of its own: no rings, no fields, no lines, no notes. Its picture is XML on the way: what that can't say is left out. */
export function ListSheet() {
  const { t } = useCommands();
  const map = useMap();
  const meeting = useMeeting();
  const language = useView((view) => view.language);
  const choices = useOut();
  const rows = inviteeTable(map, listChoice(choices), t, meeting);
  const facts = meetingFacts({ meeting, roles: choices.roles, theme: choices.theme, language, t });
  return (
    <div className="list-sheet" lang={language}>
      <h2>{t('out.list.title')}</h2>
      {facts.length > 0 && (
        <dl>
          {facts.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{cleanText(text)}</dd>
            </div>
          ))}
        </dl>
      )}
      <table>
        <thead>
          <tr>
            {PAIRS.map(([column]) => (
              <th key={column} scope="col">
                {t(INVITEE_COLUMNS[column])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // Rows have no identity on paper: two may be the same word for word.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              {PAIRS.map(([column, second]) => (
                <td key={column} translate={column === 'name' ? 'no' : undefined}>
                  <span className="list-sheet-first">{cleanText(row[column])}</span>
                  {second && row[second] !== '' && <span className="list-sheet-second">{cleanText(row[second])}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p>{t('out.list.empty')}</p>}
      <p className="list-sheet-others">{t('out.list.others')}</p>
    </div>
  );
}

import { useMemo } from 'react';
import { inviteeTable } from '../../export/inviteeTable.ts';
import { inviteeText } from '../../export/inviteeText.ts';
import { meetingFacts } from '../../export/meetingFacts.ts';
import { useCommands, useMap, useMeeting, useView } from '../kit/AppContext.tsx';
import { listChoice, useOut } from './outChoices.ts';

/** The list of invitees of the meeting that is looked at, as text: with roles, contact and theme as chosen. */
export function useListText(): string {
  const { t } = useCommands();
  const map = useMap();
  const meeting = useMeeting();
  const language = useView((view) => view.language);
  const { roles, contact, theme } = useOut();
  return useMemo(() => {
    const choice = listChoice({ roles, contact });
    const facts = meetingFacts({ meeting, roles, theme, language, t });
    return inviteeText(inviteeTable(map, choice, t, meeting), facts, choice, t);
  }, [map, meeting, roles, contact, theme, language, t]);
}

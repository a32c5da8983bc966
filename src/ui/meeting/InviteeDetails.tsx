import { useId } from 'react';
import { typeInInvitation, updateInvitation } from '../../commands/invitations.ts';
import type { Household } from '../../model/households.ts';
import { invitationOf } from '../../model/questions.ts';
import { NEED_FLAGS, type Person } from '../../model/types.ts';
import { useCommands, useMap, useMeeting } from '../kit/AppContext.tsx';
import { PillBoxes } from '../kit/PillBoxes.tsx';
import { WrittenField } from '../kit/WrittenField.tsx';
import { HowAsked } from './HowAsked.tsx';
import './InviteeDetails.css';
import { NEED_WORDS } from '../../scene/meetingWords.ts';

/** All there is to settle about one invitation; every bit of it may stay open. */
export function InviteeDetails({ people }: { people: Household }) {
  return (
    <div className="invitee-details">
      <HowAsked people={people} />
      {people.map((person) => (
        <AboutOne key={person.id} person={person} isNamed={people.length > 1} />
      ))}
    </div>
  );
}

/** What is each one's own, also in a household. */
function AboutOne({ person, isNamed }: { person: Person; isNamed: boolean }) {
  const { t } = useCommands();
  const id = useId();
  const { name, child, offPaper } = person;
  return (
    <div className="invitee-one" {...(isNamed ? { role: 'group', 'aria-labelledby': id } : {})}>
      {isNamed && (
        <h3 id={id} translate="no">
          {name}
        </h3>
      )}
      {offPaper && <p className="gentle">{t('meeting.offPaper', { name })}</p>}
      {child && <p className="gentle">{t('meeting.child', { name })}</p>}
      {child && <Guardian person={person} />}
      <Needs person={person} />
      <WrittenParts person={person} />
    </div>
  );
}

function Guardian({ person: { id, name } }: { person: Person }) {
  const context = useCommands();
  const { guardian } = invitationOf(useMap(), id, useMeeting());
  return (
    <WrittenField
      label={context.t('meeting.guardian', { name })}
      value={guardian}
      onType={(text) => typeInInvitation(context, id, { guardian: text })}
    />
  );
}

function Needs({ person: { id } }: { person: Person }) {
  const context = useCommands();
  const { t } = context;
  const { needFlags, needs } = invitationOf(useMap(), id, useMeeting());
  return (
    <>
      <PillBoxes
        legend={t('meeting.needs')}
        values={needFlags}
        choices={NEED_FLAGS.map((value) => ({ value, text: t(NEED_WORDS[value]) }))}
        onChoose={(flags) => updateInvitation(context, id, { needFlags: flags })}
      />
      <WrittenField
        label={t('meeting.needs.other')}
        value={needs}
        onType={(text) => typeInInvitation(context, id, { needs: text })}
      />
    </>
  );
}

function WrittenParts({ person: { id } }: { person: Person }) {
  const context = useCommands();
  const { t } = context;
  const { contact, remark } = invitationOf(useMap(), id, useMeeting());
  return (
    <>
      <WrittenField
        label={t('meeting.contact')}
        description={t('meeting.contact.hint')}
        value={contact}
        onType={(text) => typeInInvitation(context, id, { contact: text })}
      />
      <WrittenField
        label={t('meeting.remark')}
        value={remark}
        rows={2}
        onType={(text) => typeInInvitation(context, id, { remark: text })}
      />
    </>
  );
}

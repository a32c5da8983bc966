import { typeInInvitation, updateInvitation } from '../../commands/invitations.ts';
import { invitationOf, invitees } from '../../model/questions.ts';
import { ASKERS, type Invitation, MEANS, NEED_FLAGS, type Person, type PersonId } from '../../model/types.ts';
import { useCommands, useMap } from '../kit/AppContext.tsx';
import { ChoiceField } from '../kit/ChoiceField.tsx';
import { PillBoxes } from '../kit/PillBoxes.tsx';
import { PillRadios } from '../kit/PillRadios.tsx';
import { WrittenField } from '../kit/WrittenField.tsx';
import './InviteeDetails.css';
import { ASKER_WORDS, MEANS_WORDS, NEED_WORDS } from './words.ts';

/** All there is to settle about one invitation; every bit of it may stay open. */
export function InviteeDetails({ person }: { person: Person }) {
  const { t } = useCommands();
  const { name, child, offPaper } = person;
  return (
    <div className="invitee-details">
      {offPaper && <p className="gentle">{t('meeting.offPaper', { name })}</p>}
      <HowAsked person={person} />
      <Needs person={person} />
      {child && <p className="gentle">{t('meeting.child', { name })}</p>}
      <WrittenParts person={person} />
    </div>
  );
}

const UNKNOWN = 'unknown';
type Unknown = typeof UNKNOWN;

function HowAsked({ person: { id, name } }: { person: Person }) {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const { asker, askerName, means, askedWith } = invitationOf(map, id);
  const unknown = { value: UNKNOWN, text: t('meeting.unknown') } as const;
  const set = (patch: Partial<Invitation>) => updateInvitation(context, id, patch);
  const others = invitees(map).filter((other) => other.id !== id);
  return (
    <>
      <PillRadios
        legend={t('meeting.whoAsks', { name })}
        value={asker ?? UNKNOWN}
        choices={[...ASKERS.map((value) => ({ value, text: t(ASKER_WORDS[value]) })), unknown]}
        onChoose={(value) => set({ asker: value === UNKNOWN ? null : value })}
      />
      {asker === 'other' && (
        <WrittenField
          label={t('meeting.askerName')}
          value={askerName}
          onType={(text) => typeInInvitation(context, id, { askerName: text })}
        />
      )}
      <PillRadios
        legend={t('meeting.how')}
        value={means ?? UNKNOWN}
        choices={[...MEANS.map((value) => ({ value, text: t(MEANS_WORDS[value]) })), unknown]}
        onChoose={(value) => set({ means: value === UNKNOWN ? null : value })}
      />
      {others.length > 0 && (
        <ChoiceField<PersonId | Unknown>
          label={t('meeting.askedWith')}
          value={askedWith ?? UNKNOWN}
          choices={[
            { value: UNKNOWN, text: t('meeting.askedAlone') },
            ...others.map((other) => ({ value: other.id, text: other.name })),
          ]}
          onChoose={(value) => set({ askedWith: value === UNKNOWN ? null : value })}
        />
      )}
    </>
  );
}

function Needs({ person: { id } }: { person: Person }) {
  const context = useCommands();
  const { t } = context;
  const { needFlags, needs } = invitationOf(useMap(), id);
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

function WrittenParts({ person: { id, child, name } }: { person: Person }) {
  const context = useCommands();
  const { t } = context;
  const { guardian, contact, remark } = invitationOf(useMap(), id);
  return (
    <>
      {child && (
        <WrittenField
          label={t('meeting.guardian', { name })}
          value={guardian}
          onType={(text) => typeInInvitation(context, id, { guardian: text })}
        />
      )}
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

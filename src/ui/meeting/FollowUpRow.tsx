import { Checkbox, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { removeFollowUp, typeInFollowUp, updateFollowUp } from '../../commands/meetings.ts';
import type { FollowUp, IsoDate, Meeting } from '../../model/types.ts';
import { useCommands, useMap } from '../kit/AppContext.tsx';
import { ChoiceField } from '../kit/ChoiceField.tsx';
import { Icon } from '../kit/Icon.tsx';
import { WrittenField } from '../kit/WrittenField.tsx';
import { followers } from './whoFollows.ts';

type Props = { readonly followUp: FollowUp; readonly meeting: Meeting };

/** One matter: what it is, who follows it up, by when; talked about openly, done. All of it may stay open. */
export function FollowUpRow({ followUp, meeting }: Props) {
  const context = useCommands();
  const { t, mapStore } = context;
  const { id, matter, due, openlyDiscussed, done } = followUp;
  return (
    <li data-row={id} className="matter" aria-label={t('after.about', { matter })}>
      <div className="matter-what">
        <WrittenField
          label={t('after.matter')}
          value={matter}
          onType={(text) => typeInFollowUp(context, id, { matter: text })}
        />
        <button
          type="button"
          className="round-button"
          data-row-more
          aria-label={t('after.remove', { matter })}
          onClick={() => removeFollowUp(context, id)}
        >
          <Icon name="trash" size={20} />
        </button>
      </div>
      <div className="matter-who">
        <WhoFollows followUp={followUp} meeting={meeting} />
        <Textfield
          label={t('after.due')}
          type="date"
          value={due ?? ''}
          onChange={({ target }) =>
            typeInFollowUp(context, id, { due: target.value === '' ? null : (target.value as IsoDate) })
          }
          onBlur={() => mapStore.getState().endField()}
        />
      </div>
      <div className="matter-state">
        <Checkbox
          label={t('after.openly')}
          checked={openlyDiscussed}
          onChange={({ target }) => updateFollowUp(context, id, { openlyDiscussed: target.checked })}
        />
        <Checkbox
          label={t('after.done')}
          checked={done}
          onChange={({ target }) => updateFollowUp(context, id, { done: target.checked })}
        />
      </div>
    </li>
  );
}

const NOBODY = 'nobody';
const WRITTEN = 'written';

/** Somebody of the map, or a name that is written. */
function WhoFollows({ followUp: { id, who, whoId }, meeting }: Props) {
  const context = useCommands();
  const { t } = context;
  const all = followers(useMap(), meeting, t);
  const at = all.findIndex((one) =>
    whoId === null ? who !== '' && one.whoId === null && one.who === who : one.whoId === whoId,
  );
  const [isWriting, setWriting] = useState(false);
  const isWritten = at < 0 && (isWriting || who !== '');
  const choose = (value: string) => {
    setWriting(value === WRITTEN);
    const chosen = all[Number(value)];
    updateFollowUp(context, id, chosen ? { who: chosen.who, whoId: chosen.whoId } : { who: '', whoId: null });
  };
  return (
    <>
      <ChoiceField
        label={t('after.follows')}
        value={isWritten ? WRITTEN : at < 0 ? NOBODY : String(at)}
        choices={[
          { value: NOBODY, text: t('after.follows.nobody') },
          ...all.map(({ name }, index) => ({ value: String(index), text: name })),
          { value: WRITTEN, text: t('after.follows.other') },
        ]}
        onChoose={choose}
      />
      {isWritten && (
        <WrittenField
          label={t('after.follows.name')}
          value={who}
          onType={(text) => typeInFollowUp(context, id, { who: text })}
        />
      )}
    </>
  );
}

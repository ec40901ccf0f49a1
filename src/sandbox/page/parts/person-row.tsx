import { useId } from 'react';
import { act, type Person } from '../control.ts';
import { useSeen } from '../seen.ts';
import { Avatar } from './avatar.tsx';

type Props = { readonly person: Person; readonly isMe: boolean; readonly onChoose: () => void };

/** Somebody to be; or somebody whose account is deactivated, whom nobody can be. */
export const PersonRow = ({ person, isMe, onChoose }: Props) => {
  const id = useId();
  const { deactivated, title } = person;
  return (
    <li className={deactivated ? 'person deactivated' : 'person'}>
      {deactivated ? (
        <p className="who">
          <Name person={person} id={id} note="deactivated" />
        </p>
      ) : (
        <button
          type="button"
          className="who"
          aria-current={isMe ? 'true' : undefined}
          onClick={onChoose}
        >
          <Name person={person} id={id} note={title} />
        </button>
      )}
      <AccountButton person={person} describedBy={id} />
    </li>
  );
};

const Name = ({ person, id, note }: { person: Person; id: string; note: string }) => (
  <>
    <Avatar id={person.id} name={person.name} size="small" />
    <b id={id}>{person.name}</b> <small>{note}</small>
  </>
);

/** What an administrator does when somebody leaves, or comes back. Somebody has to stay. */
const AccountButton = ({
  person: { id: user, deactivated },
  describedBy,
}: {
  person: Person;
  describedBy: string;
}) => {
  const { state } = useSeen();
  if (!deactivated && state.users.filter((each) => !each.deactivated).length === 1) return null;
  return (
    <button
      type="button"
      className="account"
      aria-describedby={describedBy}
      onClick={() => act('deactivate', { user, active: deactivated })}
    >
      {deactivated ? 'Reactivate' : 'Deactivate account'}
    </button>
  );
};

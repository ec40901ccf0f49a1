import { type SubmitEvent, useState } from 'react';
import type { User } from '../../workspace.ts';
import type { Person } from '../control.ts';
import { PersonRow } from '../parts/person-row.tsx';
import { goTo } from '../place.ts';
import { useSeen } from '../seen.ts';
import { Dialog } from './dialog.tsx';

/** Who to be. Engagement leads first: they begin things. */
export const PersonPicker = ({ onClose }: { onClose: () => void }) => {
  const { place, me, state } = useSeen();
  const [words, setWords] = useState('');
  const found = leadsFirst(state.users).filter((user) => matches(user, words));
  const choose = (user: User) => {
    goTo({ ...place, user: user.id });
    onClose();
  };
  const chooseFirst = (event: SubmitEvent) => {
    event.preventDefault();
    const first = found.find(({ deactivated }) => !deactivated);
    if (first) choose(first);
  };
  return (
    <Dialog title="Who would you like to be?" className="picker" onClose={() => choose(me)}>
      <form onSubmit={chooseFirst}>
        <label>
          <span className="unseen">Search people</span>
          <input
            type="search"
            placeholder="Search by name, practice or profession"
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        </label>
      </form>
      <ul className="people">
        {found.map((user) => (
          <PersonRow
            key={user.id}
            person={user}
            isMe={user.id === me.id}
            onChoose={() => choose(user)}
          />
        ))}
        {found.length === 0 && <li className="nothing">Nobody here sounds like that.</li>}
      </ul>
      <p className="note">
        These people are invented, and so is everything here. Nothing leaves this computer.
      </p>
    </Dialog>
  );
};

const leadsFirst = (users: readonly Person[]) =>
  users.toSorted((a, b) => Number(isLead(b)) - Number(isLead(a)));
const isLead = ({ title }: User) => title.startsWith('Engagement lead');

const matches = ({ name, title }: User, words: string) =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => `${name} ${title}`.toLowerCase().includes(word));

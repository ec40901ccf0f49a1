import { Avatar } from '../parts/avatar.tsx';
import { useSeen } from '../seen.ts';
import { Clock } from './clock.tsx';

type Props = {
  readonly sidebar: boolean;
  readonly onSidebar: () => void;
  readonly onSwitch: () => void;
};

export const TopBar = ({ sidebar, onSidebar, onSwitch }: Props) => {
  const { me } = useSeen();
  return (
    <header className="top-bar">
      <button type="button" className="only-narrow" aria-expanded={sidebar} onClick={onSidebar}>
        <span aria-hidden="true">☰</span> Channels
      </button>
      <Clock />
      <button type="button" className="switch" onClick={onSwitch}>
        <Avatar id={me.id} name={me.name} size="small" />
        <span className="who">
          <span>
            <span className="only-wide">You are </span>
            <b>{me.name}</b>
          </span>
          <small>{me.title}</small>
        </span>
        <span className="change">Switch</span>
      </button>
    </header>
  );
};

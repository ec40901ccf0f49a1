import { BOT_USER } from '../../workspace.ts';

type Props = { readonly id: string; readonly name: string; readonly size?: 'small' | 'large' };

/** Coloured initials; beside a name, so a screen reader passes over it. */
export const Avatar = ({ id, name, size = 'large' }: Props) => (
  <span
    className={`avatar ${size}${id === BOT_USER ? ' bot' : ''}`}
    style={id === BOT_USER ? {} : { background: `hsl(${hue(id)} 42% 32%)` }}
    aria-hidden="true"
  >
    {initials(name)}
  </span>
);

const initials = (name: string) => {
  const words = name.split(' ').filter((word) => word !== 'Dr');
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`;
};

const hue = (id: string) =>
  [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);

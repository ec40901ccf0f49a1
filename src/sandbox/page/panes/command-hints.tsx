import type { Command } from '../control.ts';

type Props = {
  readonly id: string;
  readonly commands: readonly Command[];
  readonly onChoose: (command: string) => void;
};

/** The commands that what was typed may become. */
export const CommandHints = ({ id, commands, onChoose }: Props) => (
  <ul className="hints" id={id} aria-label="Commands">
    {commands.map(({ command, description, usage_hint: usage }) => (
      <li key={command}>
        <button type="button" onClick={() => onChoose(command)}>
          <b>{command}</b> <span className="usage">{usage}</span>
          <small>{description}</small>
        </button>
      </li>
    ))}
  </ul>
);

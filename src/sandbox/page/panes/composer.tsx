import { type SubmitEvent, useId, useState } from 'react';
import { act, type Command } from '../control.ts';
import { useSeen } from '../seen.ts';
import { CommandHints } from './command-hints.tsx';
import { useMentions } from './mention-hints.tsx';

/** Where commands are typed. */
export const Composer = ({ name }: { name: string }) => {
  const { state } = useSeen();
  const [text, setText] = useState('');
  const { note, setNote, busy, send } = useSending(() => setText(''));
  const [noteId, hintsId] = [useId(), useId()];
  const suggested = suggestions(state.commands, text);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const unfinished = suggested.find(({ command }) => command !== text.trim());
    return unfinished ? setText(`${unfinished.command} `) : send(text);
  };
  const type = (typed: string) => {
    setNote('');
    setText(typed);
  };
  const mentions = useMentions(text, type);
  return (
    <form className="composer" onSubmit={submit}>
      {suggested.length > 0 && (
        <CommandHints
          id={hintsId}
          commands={suggested}
          onChoose={(command) => type(`${command} `)}
        />
      )}
      {mentions.list}
      <div className="box">
        <input
          aria-label={`Message ${name}`}
          placeholder={`Message ${name}`}
          aria-describedby={`${noteId} ${hintsId}`}
          autoComplete="off"
          {...mentions.field}
          value={text}
          onChange={({ target }) => type(target.value)}
        />
        <button type="submit" className="primary" aria-disabled={busy || !text.trim()}>
          {busy && <span className="spinner" aria-hidden="true" />}
          Send
        </button>
      </div>
      <p id={noteId} className="note" role="status">
        {note}
      </p>
    </form>
  );
};

const suggestions = (commands: readonly Command[], text: string) =>
  text.startsWith('/') ? commands.filter(({ command }) => command.startsWith(text.trimEnd())) : [];

/** Passes a command on to the bot; anything else is answered here. */
const useSending = (onSent: () => void) => {
  const { state, me, channel } = useSeen();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async (typed: string) => {
    const [command = '', ...words] = typed.trim().split(/\s+/);
    if (busy || !command) return;
    if (!state.commands.some((each) => each.command === command))
      return setNote(explain(command, state.commands));
    setBusy(true);
    onSent();
    const place =
      channel?.id ?? (await act<{ channel: string }>('direct', { user: me.id })).channel;
    const { ok, error } = await act('command', {
      user: me.id,
      command,
      text: words.join(' '),
      channel: place,
    });
    setNote(ok ? '' : `${command} did not work (${error ?? 'no answer'}).`);
    setBusy(false);
  };
  return { note, setNote, busy, send };
};

const explain = (typed: string, commands: readonly Command[]) => {
  const example = commands[0]?.command ?? '';
  return typed.startsWith('/')
    ? `${typed} is not a command here. Try ${example}.`
    : `This sandbox only passes on commands, such as ${example}.`;
};

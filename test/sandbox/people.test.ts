import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openWithStandIn, type StandIn } from './stand-in.ts';

describe('a deactivated account', () => {
  let world: StandIn;
  beforeEach(async () => {
    world = await openWithStandIn();
    (world.sandbox.desk.manifest.events as Set<string>).add('user_change');
    return () => world.close();
  });
  const deactivate = (user: string) => world.control('deactivate', { user });
  const events = () =>
    world.received.map(
      ({ event }) => event as { type: string; user: { id: string; deleted: boolean } },
    );

  it.each([
    ['command', { text: 'help' }],
    ['tap', { viewId: 'V1', actionId: 'x' }],
    ['submit', { viewId: 'V1' }],
    ['home', {}],
  ])('can do nothing: %s', async (what, body) => {
    await deactivate('U0OSEI');
    await expect(world.control(what, { user: 'U0OSEI', ...body })).rejects.toThrow(
      /^this account is deactivated$/,
    );
  });

  it('is told to the bot, and so is its return', async () => {
    await deactivate('U0OSEI');
    await world.control('deactivate', { user: 'U0OSEI', active: true });
    expect(events().map(({ type, user }) => [type, user.id, user.deleted])).toEqual([
      ['user_change', 'U0OSEI', true],
      ['user_change', 'U0OSEI', false],
    ]);
  });

  it('is not told a second time, nor to a bot that did not ask', async () => {
    await deactivate('U0OSEI');
    await deactivate('U0OSEI');
    (world.sandbox.desk.manifest.events as Set<string>).delete('user_change');
    await deactivate('U0RAO');
    expect(events()).toHaveLength(1);
  });

  it('is deleted for the Web API, with a profile and without a time zone', async () => {
    await deactivate('U0OSEI');
    const { user } = await world.call('users.info', { user: 'U0OSEI' });
    expect(user).toMatchObject({
      deleted: true,
      name: 'dr.amara.osei',
      profile: { real_name: 'Dr Amara Osei' },
    });
    expect(user).not.toHaveProperty('tz');
    expect(events()[0]?.user).toEqual(user);
    const { members } = await world.call('users.list');
    expect(
      (members as { id: string; deleted: boolean }[])
        .filter(({ deleted }) => deleted)
        .map(({ id }) => id),
    ).toEqual(['U0OSEI']);
  });

  it('gets no new direct messages, but takes what is posted to those there are', async () => {
    const { channel } = await world.call('conversations.open', { users: 'U0OSEI' });
    await deactivate('U0OSEI');
    expect(await world.call('conversations.open', { users: 'U0OSEI' })).toMatchObject({
      ok: false,
      error: 'user_disabled',
    });
    const { id } = channel as { id: string };
    expect(await world.call('chat.postMessage', { channel: id, text: 'x' })).toMatchObject({
      ok: true,
    });
  });

  it('is shown as such, and somebody has to stay', async () => {
    const { users } = await world.state();
    for (const { id } of users.slice(1)) await deactivate(id);
    expect(
      (await world.state()).users.filter(({ deactivated }) => !deactivated).map(({ id }) => id),
    ).toEqual([users[0]?.id]);
    await expect(deactivate(String(users[0]?.id))).rejects.toThrow('somebody has to stay');
    await expect(deactivate('U404')).rejects.toThrow('there is nobody of this id');
  });

  it('stays deactivated when the sandbox was killed', async () => {
    const journalPath = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'sandbox.jsonl');
    const before = await openWithStandIn(journalPath);
    await before.control('deactivate', { user: 'U0OSEI' });
    await before.control('deactivate', { user: 'U0RAO' });
    await before.control('deactivate', { user: 'U0RAO', active: true });
    await before.close();
    const after = await openWithStandIn(journalPath);
    expect(
      (await after.state()).users.filter(({ deactivated }) => deactivated).map(({ id }) => id),
    ).toEqual(['U0OSEI']);
    await after.close();
  });
});

describe('mentions in a command', () => {
  let world: StandIn;
  beforeEach(async () => {
    world = await openWithStandIn();
    return () => world.close();
  });
  const sent = async (text: string, should_escape = true) => {
    Object.assign(world.sandbox.desk.manifest.commands[0] ?? {}, { should_escape });
    // nothing answers it, and the sandbox waits
    void world.control('command', { user: 'U0NAIR', text }).catch(() => {});
    await expect.poll(() => world.received).toHaveLength(1);
    return world.received[0]?.['text'];
  };

  it.each([
    ['a full name', 'invite @Dr Amara Osei lead', 'invite <@U0OSEI|dr.amara.osei> lead'],
    [
      'a name without its title, in any case',
      'invite @amara OSEI',
      'invite <@U0OSEI|dr.amara.osei>',
    ],
    ['a handle', 'invite @priya.nair.', 'invite <@U0NAIR|priya.nair>.'],
    ['a name in the possessive', '@Priya Nair’s', '<@U0NAIR|priya.nair>’s'],
    [
      'two people and a channel',
      '@Priya Nair @Sunita Rao in #engagement',
      '<@U0NAIR|priya.nair> <@U0RAO|sunita.rao> in <#C0ENGAGE|engagement>',
    ],
    ['a link', 'see https://example.org/#general', 'see <https://example.org/#general>'],
    [
      'a name nobody has',
      'invite @Nobody, priya.nair@fernshire.example',
      'invite @Nobody, priya.nair@fernshire.example',
    ],
    ['a name that goes on', 'invite @Priya Nairn', 'invite @Priya Nairn'],
  ])('%s becomes what Slack makes of it', async (_, typed, text) =>
    expect(await sent(typed)).toBe(text),
  );

  it('stay as they are typed where the manifest does not ask for them', async () =>
    expect(await sent('invite @Priya Nair', false)).toBe('invite @Priya Nair'));
});

// The invented CCG with many more people, all of whom have an account in the sandbox and have
// spoken with the bot before.
import { randomUUID } from 'node:crypto';
import { DEMO_CCG } from '../../src/demo.ts';
import { planInBudget } from '../../src/domain/sending/planning.ts';
import { addDays } from '../../src/domain/time/calendar.ts';
import { channels, readUsers } from '../../src/sandbox/people.ts';
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { createStore } from '../../src/store/store.ts';
import { ASKED } from '../chaos/assertions.ts';
import type { Plot } from '../chaos/scenario.ts';
import { monday, settings } from '../world.ts';

/** Adds people, so that with those of the invented CCG so many are asked. */
export const addNewcomers = async ({ ask }: Plot, asked: number): Promise<void> => {
  const since = monday.toISOString();
  const people = `INSERT INTO "Person" ("ccgCode", id, name, email, "slackId", profession, "lookedUpAt")
    SELECT '${DEMO_CCG.code}', gen_random_uuid(), 'Dr Many ' || n, 'many' || n || '@fernshire.example', 'U0MANY' || n, 'gp', '${since}'
    FROM generate_series(1, ${asked - ASKED}) AS n RETURNING "ccgCode", id`;
  await ask(`WITH people AS (${people}) INSERT INTO "Membership" ("ccgCode", "personId", "practiceCode", since, "onRoster", "confirmedAt")
    SELECT "ccgCode", id, 'Y99009', '${since}', true, '${since}' FROM people`);
};

/** Slack lets few conversations be opened a minute; here all are open already. */
export const openSandboxFor = (asked: number): Promise<Sandbox> => {
  const newcomers = Array.from({ length: asked - ASKED }, (_, index) => {
    const name = `many${index + 1}`;
    return {
      id: `U0${name.toUpperCase()}`,
      name: `Dr Many ${index + 1}`,
      email: `${name}@fernshire.example`,
      title: 'GP',
    };
  });
  const users = [...readUsers(), ...newcomers];
  const direct = users.map(({ id, name }) => ({
    id: `D${id.slice(1)}`,
    name,
    dmWith: id,
    hasBot: true,
  }));
  return openSandbox({
    port: 0,
    users,
    channels: [...channels, ...direct],
    manifestPath: 'manifest.yml',
    startAt: monday,
  });
};

/** The bot remembers those conversations of everyone it has found in Slack. */
export const rememberConversations = async ({ ask }: Plot): Promise<void> =>
  void (await ask(
    `UPDATE "Person" SET "dmChannel" = 'D' || substr("slackId", 2) WHERE "slackId" IS NOT NULL`,
  ));

/**
 * Everyone with an account is to be reminded in the next sending window. By the store, because so
 * many take longer than Slack waits on a slow machine.
 */
export const remindEveryone = async ({ environment }: Plot): Promise<void> => {
  const store = createStore(environment['DATABASE_URL'] ?? '');
  const ccgStore = store.ccg(DEMO_CCG.code);
  const members = (await ccgStore.register()).members.filter(({ slackId }) => slackId);
  const reminder = {
    id: randomUUID(),
    text: 'Bring a pen.',
    link: null,
    doneBy: null,
    named: false,
    createdBy: members[0]?.id ?? '',
  };
  await ccgStore.reminders.send(
    { ...reminder, audience: { kind: 'everyone' } },
    members.map(({ id }) => ({ personId: id, seconds: 10 })),
    planInBudget(settings, 10, addDays(monday, 28), monday),
    monday,
  );
  await store.close();
};

// All that the bot remembers. `store.ccg(code)` sees one CCG and nothing else; the rest is what
// spans them.

import type { Ccg } from '../domain/ccg.ts';
import type { Reschedule } from '../domain/sending/reschedule.ts';
import type { Audience } from '../domain/surveys/audience.ts';
import { ccgs } from './ccgs.ts';
import { connect, type Database, DEFAULT_POOL_SIZE } from './database.ts';
import { figures } from './indicators/figures.ts';
import { accounts } from './people/accounts.ts';
import { availability } from './people/availability.ts';
import { contacts } from './people/contacts.ts';
import { imports } from './people/imports.ts';
import { leaving } from './people/leaving.ts';
import { lighterTouch } from './people/lighter-touch.ts';
import { people } from './people/people.ts';
import { practices } from './people/practices.ts';
import { idempotency } from './postgres/idempotency.ts';
import type { PoolOptions } from './postgres/pool.ts';
import { catalogue } from './roles/catalogue.ts';
import { covers } from './roles/covers.ts';
import { deadlines } from './roles/deadlines.ts';
import { history } from './roles/history.ts';
import { holdings } from './roles/holdings.ts';
import { interests } from './roles/interests.ts';
import { readRegister } from './roles/register.ts';
import { requests } from './roles/requests.ts';
import { vacancies } from './roles/vacancies.ts';
import { deliveries } from './sending/deliveries.ts';
import { deliveryAdmin } from './sending/delivery-admin.ts';
import { outbox } from './sending/outbox.ts';
import { outdatedMessages } from './sending/outdated-messages.ts';
import { pauses } from './sending/pauses.ts';
import { prompts } from './sending/prompts.ts';
import { reminders } from './sending/reminders.ts';
import { rescheduleWaiting, type SendableNow } from './sending/reschedule.ts';
import { nextPlanned, series } from './sending/series.ts';
import { snooze } from './sending/snooze.ts';
import { readUndelivered } from './sending/undelivered.ts';
import { summaries } from './summary/summaries.ts';
import { readSummaryFacts } from './summary/summary-facts.ts';
import { answers } from './surveys/answers.ts';
import { readAudienceData } from './surveys/audience-data.ts';
import { closeRound } from './surveys/close-round.ts';
import { closedRounds } from './surveys/closed-rounds.ts';
import { countRefused, refused } from './surveys/refused-text.ts';
import { nextClosing, rounds } from './surveys/rounds.ts';
import { cards } from './wins/cards.ts';
import { winTaps } from './wins/win-taps.ts';
import { wins } from './wins/wins.ts';
import { workspace } from './workspace.ts';

/** @param to an address, or how to connect */
export const createStore = (to: string | PoolOptions) => {
  const db = connect(typeof to === 'string' ? { url: () => to, size: DEFAULT_POOL_SIZE } : to);
  return {
    ccgs: ccgs(db),
    accounts: accounts(db),
    deliveries: {
      ...deliveries(db),
      ...deliveryAdmin(db),
      ...outbox(db),
      ...pauses(db),
      ...outdatedMessages(db),
    },
    deadlines: deadlines(db),
    idempotency: idempotency(db),
    cards: cards(db),
    workspace: workspace(db),
    ccg: (code: string) => ccgStore(db, code),
    countRefused: (code: string) => countRefused(db, code),
    nextClosing: (now: Date) => nextClosing(db, now),
    nextPlanned: (now: Date) => nextPlanned(db, now),
    close: () => db.$disconnect(),
  };
};

type Named = Pick<Ccg, 'name' | 'settings'>;

const ccgStore = (db: Database, code: string) => ({
  register: () => readRegister(db, code),
  audienceData: (audience?: Audience) => readAudienceData(db, code, audience),
  practices: practices(db, code),
  lighterTouch: lighterTouch(db, code),
  people: { ...people(db, code), ...availability(db, code), ...leaving(db, code) },
  catalogue: catalogue(db, code),
  requests: { ...requests(db, code), ...covers(db, code) },
  vacancies: vacancies(db, code),
  interests: interests(db, code),
  history: history(db, code),
  holdings: holdings(db, code),
  rounds: {
    ...rounds(db, code),
    ...closedRounds(db, code),
    close: (id: string, now: Date) => closeRound(db, code, id, now),
  },
  answers: answers(db, code),
  prompts: { ...prompts(db, code), ...snooze(db, code) },
  reminders: reminders(db, code),
  series: series(db, code),
  contacts: contacts(db, code),
  figures: figures(db, code),
  imports: imports(db, code),
  summaries: summaries(db, code),
  summaryFacts: (of: Named, now: Date) => readSummaryFacts(db, { ...of, code }, now),
  refused: refused(db, code),
  wins: { ...wins(db, code), ...winTaps(db, code) },
  undelivered: (since: Date) => readUndelivered(db, code, since),
  rescheduleWaiting: (now: Date, sendable: SendableNow, place: Reschedule) =>
    rescheduleWaiting(db, code, now, sendable, place),
});

export type Store = ReturnType<typeof createStore>;
export type CcgStore = ReturnType<Store['ccg']>;

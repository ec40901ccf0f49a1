// All that the bot remembers. `store.ccg(code)` sees one CCG and nothing else; the rest is what spans them.
import type { Audience } from '../domain/audience.ts';
import type { Ccg } from '../domain/ccg.ts';
import type { Place } from '../domain/waiting.ts';
import { accounts } from './accounts.ts';
import { again } from './again.ts';
import { answers } from './answers.ts';
import { cards } from './cards.ts';
import { catalogue } from './catalogue.ts';
import { ccgs } from './ccgs.ts';
import { claiming } from './claiming.ts';
import { closedRounds } from './closed-rounds.ts';
import { closeRound } from './closing.ts';
import { contacts } from './contacts.ts';
import { covers } from './covers.ts';
import { connect, type Database } from './database.ts';
import { deliveries } from './deliveries.ts';
import { figures } from './figures.ts';
import { readGround } from './ground.ts';
import { history } from './history.ts';
import { holdings } from './holdings.ts';
import { imports } from './imports.ts';
import { interests } from './interests.ts';
import { leaving } from './leaving.ts';
import { lighterTouch } from './lighter-touch.ts';
import { occasions } from './occasions.ts';
import { once } from './once.ts';
import { ownTime } from './own-time.ts';
import { people } from './people.ts';
import { practices } from './practices.ts';
import { prompts } from './prompts.ts';
import { redrawing } from './redrawing.ts';
import { countRefused, refused } from './refused.ts';
import { readRegister } from './register.ts';
import { reminders } from './reminders.ts';
import { requests } from './requests.ts';
import { nextClosing, rounds } from './rounds.ts';
import { nextPlanned, series } from './series.ts';
import { summaries } from './summaries.ts';
import { readSummaryFacts } from './summary-facts.ts';
import { readUndelivered } from './undelivered.ts';
import { vacancies } from './vacancies.ts';
import { placeWaiting, type SendableNow } from './waiting.ts';
import { winTaps } from './win-taps.ts';
import { wins } from './wins.ts';

export const createStore = (databaseUrl: string) => {
  const db = connect(databaseUrl);
  return {
    ccgs: ccgs(db),
    accounts: accounts(db),
    deliveries: { ...deliveries(db), ...claiming(db), ...redrawing(db) },
    occasions: occasions(db),
    once: once(db),
    cards: cards(db),
    ccg: (code: string) => oneCcg(db, code),
    countRefused: (code: string) => countRefused(db, code),
    nextClosing: (now: Date) => nextClosing(db, now),
    nextPlanned: (now: Date) => nextPlanned(db, now),
    close: () => db.$disconnect(),
  };
};

type Named = Pick<Ccg, 'name' | 'settings'>;

const oneCcg = (db: Database, code: string) => ({
  register: () => readRegister(db, code),
  ground: (audience?: Audience) => readGround(db, code, audience),
  practices: practices(db, code),
  lighterTouch: lighterTouch(db, code),
  people: { ...people(db, code), ...ownTime(db, code), ...leaving(db, code) },
  catalogue: catalogue(db, code),
  requests: { ...requests(db, code), ...covers(db, code) },
  vacancies: vacancies(db, code),
  interests: interests(db, code),
  history: history(db, code),
  holdings: holdings(db, code),
  rounds: { ...rounds(db, code), ...closedRounds(db, code), close: (id: string, now: Date) => closeRound(db, code, id, now) },
  answers: answers(db, code),
  prompts: { ...prompts(db, code), ...again(db, code) },
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
  placeWaiting: (now: Date, sendable: SendableNow, place: Place) => placeWaiting(db, code, now, sendable, place),
});

export type Store = ReturnType<typeof createStore>;
export type CcgStore = ReturnType<Store['ccg']>;

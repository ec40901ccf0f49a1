// What a summary of a CCG is made of, as things stand now.

import type { Ccg } from '../../domain/ccg.ts';
import type { SummaryFacts } from '../../domain/summary/facts.ts';
import { addMonths } from '../../domain/time/calendar.ts';
import type { Database } from '../database.ts';
import { readRegister } from '../roles/register.ts';
import { series } from '../sending/series.ts';
import { rounds } from '../surveys/rounds.ts';
import { wins } from '../wins/wins.ts';
import { summaries } from './summaries.ts';

/** How far back the summary looks for rounds. */
const LATEST_ROUNDS = 12;
const LATEST_WINS = 5;

export const readSummaryFacts = async (
  db: Database,
  { code, name, settings }: Omit<Ccg, 'channelId'>,
  now: Date,
): Promise<SummaryFacts> => {
  const since = addMonths(now, -1);
  const past = summaries(db, code);
  const [register, latest, withLeadBefore, asked, planned, shared] = await Promise.all([
    readRegister(db, code),
    rounds(db, code).recent(LATEST_ROUNDS),
    past.practicesWithLead(since),
    past.asked(since),
    series(db, code).planned(now),
    wins(db, code).recent(LATEST_WINS),
  ]);
  return {
    name,
    words: settings,
    register,
    rounds: latest,
    withLeadBefore,
    asked: { since, ...asked },
    monthlySeconds: settings.monthly_seconds,
    planned,
    wins: shared,
    now,
  };
};

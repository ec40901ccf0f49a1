// Where audiences are looked up: the register, and who has not replied to which round.
import type { Audience, AudienceData, RoundReplies } from '../../domain/surveys/audience.ts';
import type { Database } from '../database.ts';
import { readRegister } from '../roles/register.ts';

/** People who have not replied to an older round are not asked about it again. */
const LATEST_ROUNDS = 5;

/** The ground of the latest rounds, and of the round that the audience names. */
export const readAudienceData = async (
  db: Database,
  ccgCode: string,
  audience?: Audience,
): Promise<AudienceData> => {
  const [register, rounds] = await Promise.all([
    readRegister(db, ccgCode),
    readReach(db, ccgCode, audience),
  ]);
  return { register, rounds };
};

const readReach = async (
  db: Database,
  ccgCode: string,
  audience?: Audience,
): Promise<RoundReplies[]> => {
  const latest = await db.round.findMany({
    where: { ccgCode },
    orderBy: { opensAt: 'desc' },
    take: LATEST_ROUNDS,
  });
  const named = audience?.kind === 'silent' ? [audience.roundId] : [];
  const ids = [...new Set([...latest.map(({ id }) => id), ...named])];
  const rounds = await db.round.findMany({
    where: { ccgCode, id: { in: ids } },
    orderBy: { opensAt: 'desc' },
    include: {
      prompts: {
        where: { outcome: 'waiting', deliveries: { some: { state: 'sent' } } },
        select: { personId: true },
      },
    },
  });
  return rounds.map(({ id, title, prompts }) => ({
    id,
    title,
    silent: new Set(prompts.map(({ personId }) => personId)),
  }));
};

import { sql } from '../database/database.ts';

/**
 * Lets a minute of real time pass for what waits in the database, as it does between two minutes of
 * a clock that is not moved.
 */
export const passMinute = async (databaseUrl: string): Promise<void> => {
  const later = `- interval '1 minute'`;
  await sql(databaseUrl, `UPDATE "Ccg" SET "pausedUntil" = "pausedUntil" ${later}`);
  await sql(
    databaseUrl,
    `UPDATE "Delivery" SET "notBefore" = "notBefore" ${later}, "leasedUntil" = "leasedUntil" ` +
      `${later}`,
  );
};

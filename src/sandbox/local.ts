// The sandbox as newcomers meet it: the invented workspace, remembered in the data folder.
import { join } from 'node:path';
import { channels, readUsers } from './people.ts';
import { openSandbox, type Sandbox } from './sandbox.ts';

type Options = {
  readonly dataDir: string;
  readonly port: number;
  readonly requestUrl?: string;
  /** What the clock shows when the workspace is opened for the first time. */
  readonly startAt?: Date;
};

export const openLocalSandbox = async ({
  dataDir,
  port,
  ...options
}: Options): Promise<Sandbox & { socketVariables: Record<string, string> }> => {
  const sandbox = await openSandbox({
    port,
    users: readUsers(),
    channels,
    manifestPath: 'manifest.yml',
    journalPath: join(dataDir, 'sandbox.jsonl'),
    ...options,
  });
  const { SLACK_SIGNING_SECRET: _, ...socketVariables } = sandbox.variables;
  return { ...sandbox, socketVariables };
};

// What stands between the bot and Slack's Web API, and can fail as a network does.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `refused`: nothing listens there; `cut`: the connection is closed without an answer. */
export type NetworkFault = 'refused' | 'cut';

export type Gate = {
  /** The address of the gate in place of one behind it. */
  urlTo(url: string): string;
  fail(fault: NetworkFault): void;
  mend(): void;
  close(): Promise<void>;
};

export const openGate = async (): Promise<Gate> => {
  let [target, fault]: [string, NetworkFault | undefined] = ['', undefined];
  const server = createServer((incoming, response) => {
    if (fault) return void incoming.socket.destroy();
    pass(target, incoming, response);
  });
  const listen = (port: number) =>
    new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return {
    urlTo: (url) => {
      target = new URL(url).origin;
      return Object.assign(new URL(url), { host: `127.0.0.1:${port}` }).href;
    },
    fail: (kind) => {
      fault = kind;
      if (kind !== 'cut') stop();
    },
    mend: () => {
      if (fault && fault !== 'cut') void listen(port);
      fault = undefined;
    },
    close: async () => stop(),
  };
};

const pass = (target: string, incoming: IncomingMessage, response: ServerResponse) => {
  const { method, headers, url = '/' } = incoming;
  const passed = request(new URL(url, target), { ...(method ? { method } : {}), headers });
  passed.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  passed.on('error', () => response.destroy());
  incoming.pipe(passed);
};

// Socket Mode: the bot's WebSockets. Each envelope goes to one of them.
import { randomBytes, randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { z } from 'zod';

export type Envelope = {
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: object;
  readonly attempt: number;
};

export type Sockets = {
  /** The address for one connection, as apps.connections.open gives it. */
  invite(): string;
  /** Takes a connection that came with a ticket; closes it where the ticket is not one of ours. */
  accept(socket: WebSocket, ticket: string | null): void;
  isOpen(): boolean;
  /** Sends one envelope; resolves with what the bot acknowledged it with. */
  send(envelope: Envelope): Promise<unknown>;
  /** Ends every connection, as Slack does now and then; the bot is expected to come back. */
  refresh(): void;
};

const PING_MS = 5000;
const ackSchema = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

export const createSockets = (baseUrl: string): Sockets => {
  const tickets = new Set<string>();
  const open = new Set<WebSocket>();
  const waiting = new Map<string, (payload: unknown) => void>();

  const receive = (data: unknown) => {
    const { envelope_id, payload } = ackSchema.parse(JSON.parse(String(data)));
    waiting.get(envelope_id)?.(payload);
    waiting.delete(envelope_id);
  };

  return {
    invite: () => {
      const ticket = randomBytes(12).toString('hex');
      tickets.add(ticket);
      return `${baseUrl.replace('http', 'ws')}/link?ticket=${ticket}`;
    },
    accept: (socket, ticket) => {
      if (!ticket || !tickets.delete(ticket)) return socket.close();
      open.add(socket);
      const ping = setInterval(() => socket.ping(), PING_MS);
      socket.on('message', receive).on('close', () => {
        open.delete(socket);
        clearInterval(ping);
      });
      socket.send(
        JSON.stringify({
          type: 'hello',
          num_connections: open.size,
          connection_info: { app_id: 'A0SANDBOX' },
          debug_info: { host: 'sandbox' },
        }),
      );
    },
    isOpen: () => open.size > 0,
    send: ({ type, payload, attempt }) => {
      const sockets = [...open];
      const socket = sockets[Math.floor(Math.random() * sockets.length)];
      const retry = attempt > 0 ? { retry_attempt: attempt, retry_reason: 'timeout' } : {};
      const envelope = {
        envelope_id: randomUUID(),
        type,
        payload,
        accepts_response_payload: type !== 'events_api',
        ...retry,
      };
      return new Promise((done) => {
        waiting.set(envelope.envelope_id, done);
        socket?.send(JSON.stringify(envelope));
      });
    },
    refresh: () => {
      for (const socket of open) {
        open.delete(socket); // nothing more is sent here
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
        socket.close();
      }
    },
  };
};

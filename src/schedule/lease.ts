// How long a process has a delivery to itself, and when an uncertain one is looked for.
import type { Delivery } from '../domain/sending/deliveries.ts';
import type { JobContext } from './job.ts';

/** In how many milliseconds a delivery that may have arrived is looked for. */
export const verifyAfter = async ({ store, delivery }: JobContext, { ccgCode }: Delivery) =>
  delivery.lookEveryMs ??
  ((await store.ccgs.find(ccgCode))?.settings.look_again_seconds ?? 30) * 1000;

export const lease = ({ delivery }: JobContext, take: number) => ({
  take,
  until: fromNow(delivery.leaseMs),
});

export const fromNow = (ms: number) => new Date(Date.now() + ms);

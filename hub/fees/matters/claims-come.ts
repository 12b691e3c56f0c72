import type { Kysely } from 'kysely';
import {
  claimsCome,
  type FreePayment,
  NEAR_DAYS,
  type OpenClaim,
} from '../../../domain/fees/claims-come.ts';
import { addDays } from '../../../domain/time.ts';
import type { HubTables } from '../../database/tables.ts';
import { creditsOfAnswers, paymentsOf } from './come-store.ts';
import { type KeptMessage, waitingOf } from './message-store.ts';

/**
 * The payment that came for each claim of these messages that waits, by the id of its message. What
 * else of their stalls waits is looked at too: it may be what a payment came for.
 */
export async function findCome(
  db: Kysely<HubTables>,
  messages: readonly KeptMessage[],
): Promise<ReadonlyMap<string, FreePayment>> {
  const stalls = [...new Set(messages.flatMap(openClaim).map(({ stall }) => stall))];
  const claims = (await waitingOf(db, stalls)).flatMap(openClaim);
  if (claims.length === 0) return new Map();
  const bookedFromMs = Math.min(...claims.map(({ toldAtMs }) => toldAtMs));
  const firstOn = claims.reduce((least, { on }) => (on < least ? on : least), '9999-12-31');
  const answers = await creditsOfAnswers(db, stalls, bookedFromMs);
  const amounts = [...new Set(claims.map(({ amount }) => amount))];
  const from = addDays(firstOn, -NEAR_DAYS);
  const payments = await paymentsOf(db, stalls, { amounts, bookedFromMs, from });
  const free = payments.filter(({ id }) => !answers.has(id));
  return new Map(
    stalls.flatMap((stall) => [
      ...claimsCome(
        claims.filter((one) => one.stall === stall),
        free.filter((one) => one.stall === stall),
      ),
    ]),
  );
}

function openClaim({
  id,
  stall,
  said,
  receivedAtMs: toldAtMs,
  answeredBy,
}: KeptMessage): (OpenClaim & { readonly stall: string })[] {
  if (said.kind !== 'claim' || answeredBy !== null) return [];
  const { amount, how, on } = said;
  return [{ id, stall, how, amount, on, toldAtMs }];
}

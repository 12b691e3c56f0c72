import { randomUUID } from 'node:crypto';
import { type InstalmentPart, sumOf } from '../../domain/fees/instalments.ts';
import type { FeeOutcome } from '../../domain/fees/manage/shapes.ts';
import { LapakError } from '../../domain/errors.ts';
import { standingOf } from './act-store.ts';
import { actOfStall, type Asked, type Doing } from './act-of-stall.ts';
import { runningInstalments } from './instalments-store.ts';

/**
 * Agrees what of its arrears a stall pays by when: penalties and letters rest while it does. One
 * that was paid whole ends with the next.
 * @throws LapakError as actOfStall(), INSTALMENTS_THERE, INSTALMENTS_EXCEED
 */
export function agreeInstalments(
  doing: Doing,
  asked: Asked & { readonly parts: readonly InstalmentPart[] },
): Promise<FeeOutcome> {
  return actOfStall(doing, 'agreeInstalments', asked, async ({ trx, stall, draft }) => {
    const [running] = await runningInstalments(trx, { stalls: [stall] });
    const isPaid = running && running.paid >= sumOf(running.parts);
    if (running && !isPaid) throw new LapakError('INSTALMENTS_THERE', { stall });
    const { owed } = await standingOf(trx, stall);
    if (sumOf(asked.parts) > owed) throw new LapakError('INSTALMENTS_EXCEED', { owed });
    const parts = asked.parts.map((part) => ({ ...part }));
    const agreed = draft({ act: 'instalments', details: { kind: 'instalments', parts } });
    if (!running) return [agreed];
    const ended = draft({ act: 'instalments-end', details: { kind: 'end', of: running.act } });
    return [{ ...ended, id: randomUUID() }, agreed];
  });
}

/** Ends what a stall agreed to. @throws LapakError as actOfStall(), INSTALMENTS_NONE */
export function endInstalments(doing: Doing, asked: Asked): Promise<FeeOutcome> {
  return actOfStall(doing, 'endInstalments', asked, async ({ trx, stall, draft }) => {
    const [running] = await runningInstalments(trx, { stalls: [stall] });
    if (!running) throw new LapakError('INSTALMENTS_NONE', { stall });
    return [draft({ act: 'instalments-end', details: { kind: 'end', of: running.act } })];
  });
}

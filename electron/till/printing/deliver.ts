import type { PrinterAddress } from '../../../domain/printing/address.ts';
import type { PrintReason } from '../../../domain/printing/printer.ts';
import { type Channel, PATIENCE, type Patience } from './channel.ts';
import { openDevice } from './device-channel.ts';
import { askCondition, hasAnsweredLate } from './printer-condition.ts';
import { openTcp, type TcpPlace } from './tcp-channel.ts';
import { DeliveryFailure, TransportFailure } from './transport-failure.ts';

/** A printer that bytes can be sent to: one outside this program, or the virtual one's port. */
export type RealPrinter =
  | Exclude<PrinterAddress, { kind: 'virtual' }>
  | ({ readonly kind: 'tcp' } & TcpPlace);

/**
 * `taken`: the printer was seen to have taken everything. Otherwise it has all bytes and perhaps
 * printed them, and the reason says what is not sure.
 */
export type Delivery = 'taken' | PrintReason;

export interface DeliverOptions {
  readonly patience?: Patience;
  readonly signal?: AbortSignal;
  /** Called once the printer takes paper, before the first byte of it. What it throws ends it. */
  readonly beforeBytes?: () => void;
  /** Called when the last byte has left this program; whether it is printed is not known then. */
  readonly afterBytes?: () => void;
}

/**
 * Hands bytes to a printer, and finds out whether it has taken them. A printer that answers
 * `DLE EOT`, in time or late, is asked before and after; of others, one that closes its side at
 * the end has taken all, and so has a device whose driver does not take more before.
 * @throws DeliveryFailure
 */
export async function deliver(
  bytes: Buffer,
  to: RealPrinter,
  { patience = PATIENCE, signal, beforeBytes, afterBytes }: DeliverOptions = {},
): Promise<Delivery> {
  let channel: Channel | undefined;
  let handedBefore: number | undefined;
  try {
    channel = await openChannel(to, patience, signal);
    const before = await askCondition(channel, patience.answerMs);
    if (before !== undefined && before !== 'well') {
      throw new TransportFailure(before, { reason: before });
    }
    beforeBytes?.();
    handedBefore = channel.handedBytes;
    await channel.write(bytes);
    afterBytes?.();
    if (before !== undefined || (await hasAnsweredLate(channel))) {
      return seenIn(await askCondition(channel, patience.takeMs));
    }
    const isTaken = await channel.finish();
    const isAsked = await hasAnsweredLate(channel); // it answers, but now it can be asked no more
    return isTaken && !isAsked ? 'taken' : 'silent';
  } catch (error) {
    if (!(error instanceof TransportFailure)) throw error;
    const handed = channel && handedBefore !== undefined ? channel.handedBytes - handedBefore : 0;
    throw new DeliveryFailure(error, handed > 0 && bytes.length > 0);
  } finally {
    await channel?.close();
  }
}

function openChannel(to: RealPrinter, patience: Patience, signal?: AbortSignal): Promise<Channel> {
  return to.kind === 'tcp' ? openTcp(to, patience, signal) : openDevice(to.path, patience, signal);
}

/** A printer that answered before and is in trouble after perhaps stopped in the middle. */
function seenIn(after: Awaited<ReturnType<typeof askCondition>>): Delivery {
  return after === 'well' ? 'taken' : (after ?? 'silent');
}

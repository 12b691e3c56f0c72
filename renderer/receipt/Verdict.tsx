import type { ReceiptVerdict } from '../../domain/journal/check-receipt.ts';
import type { ReceiptLink } from '../../domain/journal/receipt-link.ts';
import { markOf } from '../../domain/sync/place.ts';
import { shortDevice } from '../../domain/sync/short-device.ts';
import { type OffsetMinutes, zonedStamp, zones } from '../../domain/time.ts';
import {
  type Finding,
  SoftNote,
  VerdictCard,
  type VerdictField,
  VerdictPlace,
} from '../ui/check/VerdictCard.tsx';
import { type Say, useText } from '../ui/use-text.ts';

interface VerdictProps {
  /** Undefined until the keys are there. */
  readonly verdict: ReceiptVerdict | undefined;
}

const findings = {
  unreadable: 'false',
  forged: 'false',
  cutOff: 'false',
  noKeys: 'unknown',
  unknown: 'unknown',
  revoked: 'unknown',
  genuine: 'genuine',
} as const satisfies Record<Exclude<ReceiptVerdict['kind'], 'none'>, Finding>;

/** What is to be said of a receipt's code; nothing where there is none. */
export function Verdict({ verdict }: VerdictProps) {
  const say = useText();
  return (
    <VerdictPlace>
      {verdict && verdict.kind !== 'none' && (
        <VerdictCard
          finding={findings[verdict.kind]}
          why={say.text(`receiptPage.why.${verdict.kind}`)}
          fields={'link' in verdict ? fieldsOf(verdict, say) : null}
        >
          <p>{say.text('receiptPage.compare')}</p>
          <SoftNote>{say.text('receiptPage.meaning')}</SoftNote>
        </VerdictCard>
      )}
    </VerdictPlace>
  );
}

interface Told {
  readonly link: ReceiptLink;
  readonly stall?: string;
}

function fieldsOf({ link, stall }: Told, say: Say): VerdictField[] {
  const { totalRupiah, atMs, device } = link;
  const isRefund = totalRupiah < 0;
  return [
    {
      name: say.text(isRefund ? 'receiptPage.refunded' : 'receiptPage.total'),
      value: say.money(Math.abs(totalRupiah)),
      isAmount: true,
    },
    { name: say.text('receiptPage.time'), value: zonedStamp(atMs, zoneOfPage(atMs)) },
    ...(stall === undefined ? [] : [{ name: say.text('receiptPage.stall'), value: stall }]),
    { name: say.text('receiptPage.record'), value: markOf(link) },
    { name: say.text('receiptPage.device'), value: shortDevice(device) },
  ];
}

/** The zone of this phone, as the paper has it; that of Jakarta where it is none of Indonesia's. */
function zoneOfPage(atMs: number): OffsetMinutes {
  const here = -new Date(atMs).getTimezoneOffset();
  return Object.values(zones).find((offset) => offset === here) ?? zones.WIB;
}

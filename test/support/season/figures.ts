import type { Judged } from './season.ts';
import type { TransferKind } from './transfers.ts';

/** How payments of one kind were suggested. */
export interface SeasonFigure {
  readonly payments: number;
  /** Of which the right stall came first. */
  readonly right: number;
  readonly ticked: number;
  /** Ticked for a stall that did not pay, or for one where several did. */
  readonly wrong: number;
}

/** What a payment says of whose it is, in what the hub was given. */
export function signsOf({ transfer, description }: Judged): 'both' | 'code' | 'remark' | 'neither' {
  const hasRemark = transfer.hasRemark && description === transfer.said.replaceAll(/\s+/g, ' ');
  if (transfer.hasCode) return hasRemark ? 'both' : 'code';
  return hasRemark ? 'remark' : 'neither';
}

/** Whether a payment is ticked for another than the one stall that paid. */
export function isWrong({ transfer, suggestions }: Judged): boolean {
  const ticked = suggestions.find((one) => one.ticked);
  if (!ticked) return false;
  return transfer.parts.length !== 1 || transfer.parts[0]?.stall !== ticked.stall;
}

/** The figures of payments, by what they have in common. */
export function figuresBy(
  judged: readonly Judged[],
  of: (one: Judged) => string,
): Record<string, SeasonFigure> {
  const figures: Record<string, SeasonFigure> = {};
  for (const one of judged) {
    const { transfer, suggestions } = one;
    const now = figures[of(one)] ?? { payments: 0, right: 0, ticked: 0, wrong: 0 };
    const [first] = suggestions;
    const isRight = transfer.parts.some(({ stall }) => stall === first?.stall);
    figures[of(one)] = {
      payments: now.payments + 1,
      right: now.right + (isRight ? 1 : 0),
      ticked: now.ticked + (suggestions.some(({ ticked }) => ticked) ? 1 : 0),
      wrong: now.wrong + (isWrong(one) ? 1 : 0),
    };
  }
  return figures;
}

/** Payments of the kind. */
export function ofKind(judged: readonly Judged[], kind: TransferKind): readonly Judged[] {
  return judged.filter(({ transfer }) => transfer.kind === kind);
}

/** How many payments of the same day and sum there are, beside another. */
export function twinsIn(judged: readonly Judged[]): number {
  const counts = new Map<string, number>();
  for (const { transfer } of judged) {
    const key = `${transfer.bank} ${transfer.on} ${transfer.amountSen}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()].reduce((sum, count) => sum + (count > 1 ? count : 0), 0);
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { withoutUse, withUse } from '../../../../../domain/console/bank/row-use.ts';
import type { ChosenStall, DoneStep } from '../../../../../domain/console/bank/work.ts';
import type { BankRow, Explanation, RowUse } from '../../../../../domain/fees/bank/bank-row.ts';
import { useActIds } from '../../../../ui/use-act-id.ts';
import { hub } from '../../../hub-client.ts';
import { todayInWib } from '../../../today-in-wib.ts';
import { askBesideRows } from '../use-bank.ts';

/** Acts on rows go to the hub one after the other. */
const IN_TURN = { scope: { id: 'bank-rows' } };

/** So much of a row for a stall. Rupiah */
export interface RowPart {
  readonly stall: string;
  readonly amount: number;
}

/** A row that is accepted with others. */
export type TickedRow = RowPart & { readonly row: string };

/** What a row is that is no payment. */
export interface RowExplained {
  readonly as: Explanation;
  readonly amount: number;
  readonly other: string | null;
  readonly of: string | null;
  readonly note: string;
}

/** What becomes of the list while the hub is asked, and when it has answered. */
interface ActEnds {
  /** Changes rows where they stand. */
  readonly change: (by: (row: BankRow) => BankRow) => void;
  /** Rows have their answer, and a step was done where there is one. */
  readonly end: (rows: readonly string[], step?: DoneStep) => void;
  readonly fail: (rows: readonly string[], error: unknown) => void;
  /** So many ticked rows were not ticked any more, and nothing was done with them. */
  readonly left: (count: number) => void;
  /** Stalls were paid for. */
  readonly paid: (stalls: readonly string[]) => void;
  /** One act of a row was undone. */
  readonly undone: (row: string, act: string) => void;
  readonly refresh: (rows: readonly string[]) => Promise<void>;
}

/** The acts on rows. Each has an id that stays the same until the hub has answered. */
export function useRowActs(account: string, ends: ActEnds) {
  const { change, end, fail, paid } = ends;
  const client = useQueryClient();
  const ids = useActIds();
  const used = (row: string, uses: readonly RowUse[]): void => {
    paid(uses.flatMap(({ stall }) => stall ?? []));
    change((one) => (one.row === row ? uses.reduce(withUse, one) : one));
  };
  const accept = useMutation({
    ...IN_TURN,
    mutationFn: ({ row, parts }: { readonly row: BankRow; readonly parts: RowPart[] }) =>
      hub.bank.accept({ row: row.row, id: ids.of([row.row, parts]), parts }),
    onSuccess: ({ payments }, { row, parts }) => {
      ids.done([row.row, parts]);
      used(row.row, payments.map(usedFor));
      end([row.row], acceptedStep(row, payments));
    },
    onError: (error, { row }) => fail([row.row], error),
  });
  const explain = useMutation({
    ...IN_TURN,
    mutationFn: ({ row, said }: { readonly row: BankRow; readonly said: RowExplained }) =>
      hub.bank.explain({ row: row.row, id: ids.of([row.row, said]), ...said }),
    onSuccess: ({ acts: [act = ''] }, { row, said }) => {
      ids.done([row.row, said]);
      const { amount, as } = said;
      used(row.row, [{ ...asUsed(act, amount), as, stall: null, kuitansi: null }]);
      end([row.row], stepOf([{ row: row.row, act }], 1, amount));
    },
    onError: (error, { row }) => fail([row.row], error),
  });
  const acceptTicked = useMutation({
    ...IN_TURN,
    mutationFn: (ticked: readonly TickedRow[]) => {
      const seen = pairsOf(ticked);
      return hub.bank.acceptTicked({ account, id: ids.of(seen), seen });
    },
    onSuccess: ({ accepted, left }, ticked) => {
      ends.left(left.length);
      ids.done(pairsOf(ticked));
      for (const one of accepted) used(one.row, [usedFor(one)]);
      const sum = accepted.reduce((all, { amount }) => all + amount, 0);
      const step = stepOf(accepted, accepted.length, sum);
      end(ticked.map(rowOf), accepted.length > 0 ? step : undefined);
    },
    onError: (error, ticked) => fail(ticked.map(rowOf), error),
  });
  const undo = useMutation({
    ...IN_TURN,
    mutationFn: async (acts: DoneStep['acts']) => {
      for (const { row, act } of acts) {
        await hub.bank.undo({ act, id: ids.of(['undo', act]), note: '' });
        change((one) => (one.row === row ? withoutUse(one, act) : one));
        ends.undone(row, act);
      }
      await ends.refresh(acts.map(rowOf));
    },
    onSettled: () => askBesideRows(client),
    onError: (error) => fail([], error),
  });
  return { accept, explain, acceptTicked, undo };
}

function rowOf({ row }: { readonly row: string }): string {
  return row;
}

function pairsOf(ticked: readonly TickedRow[]): { row: string; stall: string }[] {
  return ticked.map(({ row, stall }) => ({ row, stall }));
}

interface Accepted extends RowPart {
  readonly act: string;
  readonly kuitansi: string;
}

function asUsed(act: string, amount: number) {
  return { act, amount, on: todayInWib(), by: '', isUndone: false };
}

function usedFor({ act, amount, stall, kuitansi }: Accepted): RowUse {
  return { ...asUsed(act, amount), as: 'payment', stall, kuitansi };
}

function stepOf(
  acts: readonly { readonly row: string; readonly act: string }[],
  rows: number,
  amount: number,
): DoneStep {
  const done = acts.map(({ row, act }) => ({ row, act }));
  return { acts: done, stall: null, kuitansi: '', rows, amount };
}

function acceptedStep({ row, suggestions }: BankRow, payments: readonly Accepted[]): DoneStep {
  const amount = payments.reduce((sum, one) => sum + one.amount, 0);
  const step = stepOf(
    payments.map(({ act }) => ({ row, act })),
    1,
    amount,
  );
  const [only] = payments;
  if (payments.length !== 1 || only === undefined) return step;
  const name = suggestions.find(({ stall }) => stall === only.stall)?.name ?? '';
  const stall: ChosenStall = { stall: only.stall, name };
  return { ...step, stall, kuitansi: only.kuitansi };
}

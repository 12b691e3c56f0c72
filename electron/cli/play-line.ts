import { isContractProcedure } from '@orpc/contract';
import { z } from 'zod';
import { IMPORT_CHARACTERS_MAX } from '../../domain/catalog/contract.ts';
import type { Access } from '../../domain/contract-base.ts';
import { contract } from '../../domain/contract.ts';
import { LapakError } from '../../domain/errors.ts';
import type { Approval } from '../../domain/staff/approval.ts';
import type { UtcMs } from '../../domain/time.ts';
import type { FileLine } from './file-lines.ts';

/** Longest line but for one that carries a file: as a message of a screen. */
const LINE_CHARACTERS_MAX = 500_000;
/** A file within JSON, in bytes of UTF-8. */
export const LINE_BYTES_MAX = 4 * IMPORT_CHARACTERS_MAX;

const Line = z.strictObject({
  /** `sales.ringUp` */
  call: z.string().max(100),
  /** Pseudonym or name of who makes it; left out on a line that nobody is signed in on. */
  as: z.string().trim().min(1).max(40).optional(),
  pin: z.string().max(20).optional(),
  /** Where the till's clock stands from here on. */
  at: z.iso.datetime({ offset: true }).optional(),
  /** Who allows it where its maker may not. */
  approve: z
    .strictObject({ staff: z.string().trim().min(1).max(40), pin: z.string().max(20) })
    .optional(),
  /** What its answer is called, in the lines behind it. */
  keep: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
    .optional(),
  input: z.unknown().optional(),
});

/** One call of the contract, as a line of a file has it. */
export interface PlayLine {
  readonly call: string;
  readonly capability: string;
  readonly name: string;
  readonly as: string | null;
  readonly pin: string | null;
  readonly atMs: UtcMs | null;
  readonly approve: Approval | null;
  readonly keep: string | null;
  readonly input: unknown;
}

/** Whether a line says nothing: it is blank, or a comment. */
export function isSilent({ text }: FileLine): boolean {
  return text !== undefined && /^\s*(#|$)/.test(text);
}

/** @throws LapakError LINE_TOO_LONG, LINE_INVALID, CALL_UNKNOWN */
export function parsePlayLine({ text, why }: FileLine): PlayLine {
  if (why === 'too-long') throw tooLong();
  if (text === undefined) throw invalid('UTF-8?');
  const line = Line.safeParse(parseJson(text));
  if (!line.success) throw invalid(fieldOf(line.error));
  const { call, as, pin, at, approve, keep, input } = line.data;
  const { capability, name, carries } = findCall(call);
  if (carries !== 'file' && text.length > LINE_CHARACTERS_MAX) throw tooLong();
  if (pin !== undefined && as === undefined) throw invalid('as?');
  return {
    call,
    capability,
    name,
    input,
    as: as ?? null,
    pin: pin ?? null,
    atMs: at === undefined ? null : Date.parse(at),
    approve: approve ?? null,
    keep: keep ?? null,
  };
}

/** @throws LapakError CALL_UNKNOWN */
function findCall(call: string) {
  const [capability = '', name = '', ...rest] = call.split('.');
  const calls: unknown = ownPart(contract, capability);
  const procedure = ownPart(calls, name);
  if (rest.length > 0 || !isContractProcedure(procedure)) {
    throw new LapakError('CALL_UNKNOWN', { call });
  }
  const { carries }: Partial<Access> = procedure['~orpc'].meta;
  return { capability, name, carries };
}

function ownPart(of: unknown, name: string): unknown {
  if (typeof of !== 'object' || of === null) return undefined;
  return Object.entries(of).find(([key]) => key === name)?.[1];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('JSON?');
  }
}

/** The first field that is wrong. */
function fieldOf({ issues: [issue] }: z.ZodError): string {
  const path = issue?.path.join('.') ?? '';
  if (issue?.code === 'unrecognized_keys') return `${issue.keys[0]}?`;
  return path === '' ? 'JSON?' : `${path}?`;
}

function invalid(detail: string): LapakError {
  return new LapakError('LINE_INVALID', { detail });
}

function tooLong(): LapakError {
  return new LapakError('LINE_TOO_LONG', { lettersMax: LINE_CHARACTERS_MAX });
}

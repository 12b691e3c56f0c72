import { type AnyContractRouter, isContractProcedure } from '@orpc/contract';
import { z } from 'zod';
import type { Access } from '../../domain/contract-base.ts';
import { contract } from '../../domain/contract.ts';
import { APPROVAL_CHARACTERS_MAX, APPROVAL_HEADER } from '../../domain/staff/approval.ts';

/** Longest message but for a file: a sale of 1.000 lines is some 200.000. */
const MESSAGE_CHARACTERS_MAX = 500_000;
/** A sale of 1.000 lines has some 4.000 commas and brackets, five deep within the message. */
const PARTS_MAX = 20_000;
const DEPTH_MAX = 32;

/** What JSON is made of, as codes: no string is made of each of thirty million letters. */
const [QUOTE, COMMA, BACKSLASH] = [0x22, 0x2c, 0x5c];
const [BRACKET, BRACKET_END, BRACE, BRACE_END] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Calls that carry a file as one long text; the contract says which. */
const fileCalls = new Set(pathsOfFileCalls(contract));

const id = z.string().min(1).max(20);

/**
 * What oRPC sends to begin a call, or to end one. It knows more: forms, files and streams to the
 * till. No call of ours takes them, so they are refused.
 */
const CallMessage = z.union([
  z.strictObject({
    i: id,
    p: z.strictObject({
      u: z.string().max(200).startsWith('/'),
      b: z.unknown().optional(),
      h: z
        .strictObject({
          'last-event-id': z.string().max(100),
          [APPROVAL_HEADER]: z.string().max(APPROVAL_CHARACTERS_MAX),
        })
        .partial()
        .optional(),
    }),
  }),
  z.strictObject({ i: id, t: z.literal(4) }),
]);

/** A message that is handed on: it begins the call with this id, or ends it; or why it is not. */
export type ReadMessage =
  | { readonly kind: 'begin' | 'end'; readonly id: string }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Reads a message from a page. Length, depth and number of parts are looked at before anything
 * reads the message whole: nested or cut into small pieces it would take seconds, in which nobody
 * can sell.
 */
export function readMessage(message: unknown): ReadMessage {
  if (typeof message !== 'string') return refused('not a text');
  if (message.length > MESSAGE_CHARACTERS_MAX && !fileCalls.has(pathIn(message))) {
    return refused('too long a message');
  }
  if (!hasFewParts(message)) return refused('too many parts in a message');
  const call = parseCall(message);
  if (!call) return refused('not a call');
  return { kind: 'p' in call ? 'begin' : 'end', id: call.i };
}

function refused(why: string): ReadMessage {
  return { kind: 'refused', why };
}

function parseCall(message: string): z.output<typeof CallMessage> | undefined {
  try {
    return CallMessage.safeParse(JSON.parse(message)).data;
  } catch {
    return undefined;
  }
}

/** The path of a call as our own pages write it; of a long message no other way is read. */
function pathIn(message: string): string {
  const [, path = ''] =
    /^\{"i":"\w{1,20}","p":\{"u":"([^"]{1,200})",/.exec(message.slice(0, 300)) ?? [];
  return path;
}

function hasFewParts(message: string): boolean {
  let depth = 0;
  let parts = 0;
  for (let at = 0; at < message.length; at += 1) {
    const letter = message.charCodeAt(at);
    if (letter === QUOTE) at = endOfString(message, at);
    else if (letter === COMMA) parts += 1;
    else if (letter === BRACKET || letter === BRACE) {
      parts += 1;
      depth += 1;
    } else if (letter === BRACKET_END || letter === BRACE_END) depth -= 1;
    if (depth > DEPTH_MAX || parts > PARTS_MAX) return false;
  }
  return true;
}

/** @returns where the quotation mark is that ends the string begun at `start` */
function endOfString(message: string, start: number): number {
  for (let at = start + 1; at < message.length; at += 1) {
    const letter = message.charCodeAt(at);
    if (letter === BACKSLASH) at += 1;
    else if (letter === QUOTE) return at;
  }
  return message.length;
}

function pathsOfFileCalls(part: AnyContractRouter, path = ''): string[] {
  if (isContractProcedure(part)) {
    const { carries }: Partial<Access> = part['~orpc'].meta;
    return carries === 'file' ? [path] : [];
  }
  return Object.entries(part).flatMap(([name, inner]) =>
    pathsOfFileCalls(inner, `${path}/${name}`),
  );
}

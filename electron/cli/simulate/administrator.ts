import { z } from 'zod';
import { LapakError } from '../../../domain/errors.ts';

/** An administrator of a hub, as a page of its console is one. */
export interface Administrator {
  /** `https://hub.example` */
  readonly hub: string;
  /** @returns what the call answers @throws LapakError HUB_REFUSED, HUB_UNREACHABLE */
  call(method: 'GET' | 'POST', path: string, input?: object): Promise<unknown>;
}

const Refusal = z.object({ code: z.string() });

/** Longest that one call may take. ms */
const CALL_MS_MAX = 60_000;

/**
 * Signs in by a link as `npm run hub -- link` makes it.
 * @throws LapakError LINK_UNREADABLE, HUB_REFUSED, HUB_UNREACHABLE
 */
export async function signInBy(link: string): Promise<Administrator> {
  const [, hub, token] = /^(https?:\/\/[^/#?\s]+)\/?#token=([\w-]{43})$/.exec(link) ?? [];
  if (hub === undefined || token === undefined) throw new LapakError('LINK_UNREADABLE', {});
  const answer = await post(hub, { method: 'POST', path: '/session', input: { token } });
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  await outputOf(hub, answer);
  const headers = { cookie: cookie.join('; ') };
  return {
    hub,
    call: async (method, path, input) =>
      outputOf(hub, await post(hub, { method, path, input, headers })),
  };
}

interface AdminCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly input?: object | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

async function post(hub: string, { method, path, input, headers }: AdminCall): Promise<Response> {
  const json = input ? { 'content-type': 'application/json' } : {};
  try {
    return await fetch(`${hub}/v1${path}`, {
      method,
      headers: { ...headers, ...json, origin: hub },
      redirect: 'error',
      signal: AbortSignal.timeout(CALL_MS_MAX),
      ...(input && { body: JSON.stringify(input) }),
    });
  } catch (cause) {
    throw new LapakError('HUB_UNREACHABLE', { hub }, { cause });
  }
}

async function outputOf(hub: string, answer: Response): Promise<unknown> {
  const text = await answer.text();
  const read = parseJson(text);
  if (answer.ok) return read;
  const refusal = Refusal.safeParse(read);
  throw new LapakError('HUB_REFUSED', { hub, code: refusal.data?.code ?? `${answer.status}` });
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

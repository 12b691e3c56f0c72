import type { InjectedAnswer, InjectedRequest } from '../../hub/server/open-hub.ts';
import type { Fault } from './steps.ts';

/** A request as it reaches the hub. */
export type Arriving = InjectedRequest;

type Instead =
  | 'portal'
  | 'portal-redirect'
  | 'garbage'
  | 'other-json'
  | 'proxy-busy'
  | 'proxy-too-large';

const html = { 'content-type': 'text/html' };
const json = { 'content-type': 'application/json' };

/** What stands between till and hub says in its place. */
const answers: Readonly<Record<Instead, { status: number; headers: object; text: string }>> = {
  portal: { status: 200, headers: html, text: '<html>Masuk ke Wi-Fi mal</html>' },
  'portal-redirect': {
    status: 302,
    headers: { ...html, location: 'http://login.mall/' },
    text: '<html>Masuk</html>',
  },
  garbage: { status: 200, headers: json, text: '\u0000\u0001{"receipt":' },
  'other-json': { status: 200, headers: json, text: '{"outcome":"stored","ok":true}' },
  'proxy-busy': { status: 503, headers: { ...html, 'retry-after': '60' }, text: 'try later' },
  'proxy-too-large': { status: 413, headers: html, text: '<html>413</html>' },
};

/** The answer of something that is no hub. */
export function answerOf(instead: Instead): InjectedAnswer {
  const { status, headers, text } = answers[instead];
  return { status, headers: new Headers(Object.entries(headers)), body: Buffer.from(text) };
}

/** The answer of a fault that keeps the request from the hub; undefined for another fault. */
export function brokenAnswer(fault: Fault): InjectedAnswer | undefined {
  const isInstead = fault in answers && fault !== 'proxy-too-large';
  return isInstead ? answerOf(fault as Instead) : undefined; // it is a key of `answers`
}

/** The first half of a request's body. */
export function torn(request: Arriving): Arriving {
  const { body } = request;
  return { ...request, body: body && body.subarray(0, Math.floor(body.length / 2)) };
}

/** What a hub of a later version would say: more than this till knows, and reasons of its own. */
export function withNewFields(answer: InjectedAnswer): InjectedAnswer {
  if (answer.status !== 200) return answer;
  const grown: unknown = JSON.parse(answer.body.toString('utf8'), (key, value: unknown) => {
    if (key === 'reason') return 'of-a-later-version';
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { ...value, ofLaterVersion: 1 } : value;
  });
  return { ...answer, body: Buffer.from(JSON.stringify(grown)) };
}

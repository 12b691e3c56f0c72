import { LapakError } from '../../domain/errors.ts';

/** No input of a call is nested deeper; what is, its call refuses. */
const DEPTH_MAX = 100;

/**
 * Answers that later lines of a file stand on, by the names that their lines gave them: the number
 * of a receipt, the code of a voucher. `{"kept": "refund.tenders.0.amountRupiah"}` in an input
 * stands for that part of the answer that was kept as `refund`.
 */
export class KeptAnswers {
  readonly #answers = new Map<string, unknown>();

  /** In place of what was kept by that name before. */
  keep(name: string, answer: unknown): void {
    this.#answers.set(name, answer);
  }

  forget(name: string): void {
    this.#answers.delete(name);
  }

  /** An input with what was kept where it names that. @throws LapakError KEPT_UNKNOWN */
  filledIn(input: unknown, depth = 0): unknown {
    if (typeof input !== 'object' || input === null || depth > DEPTH_MAX) return input;
    if (Array.isArray(input)) return input.map((one) => this.filledIn(one, depth + 1));
    const entries = Object.entries(input);
    const [[name, path] = [], ...others] = entries;
    if (name === 'kept' && typeof path === 'string' && others.length === 0)
      return this.#partAt(path);
    return Object.fromEntries(entries.map(([key, one]) => [key, this.filledIn(one, depth + 1)]));
  }

  #partAt(path: string): unknown {
    const [name = '', ...keys] = path.split('.');
    const part = keys.reduce<unknown>(partOf, this.#answers.get(name));
    if (part === undefined) throw new LapakError('KEPT_UNKNOWN', { kept: path });
    return part;
  }
}

/** Undefined of what it has not. */
function partOf(whole: unknown, key: string): unknown {
  if (typeof whole !== 'object' || whole === null) return undefined;
  return Object.entries(whole).find(([own]) => own === key)?.[1];
}

import { cellText, type GridLine } from '../../../tables/grid.ts';
import { plainMark, splitAmount } from '../bank-amount.ts';
import { Profile } from '../profile.ts';
import { bodyOf, cellsOf, type Layout } from './layout.ts';

/** Most words that a person is asked about; a column with more has no signs. */
const WORDS_MAX = 8;

/** Words for in and out that any bank may write. */
export const defaultSigns: Layout['signs'] = signsOf(
  Profile.parse({ kind: 'statement', id: 'a', name: 'a', columns: {} }),
);

/** The words for in and out of a profile; those of any bank where it has none. */
export function signsOf(profile: Profile): Layout['signs'] {
  return profile.kind === 'statement' ? profile.signs : defaultSigns;
}

/** The words beside or inside the amounts that tell in from out, in capitals. */
export function signWords(lines: readonly GridLine[], layout: Layout): string[] {
  if (layout.kind === 'settlement') return [];
  const beside = cellsOf(lines, layout, 'sign').map((cell) => plainMark(cellText(cell)));
  const inside = cellsOf(lines, layout, 'amount').flatMap(
    (cell) => splitAmount(cell ?? '')?.marks ?? [],
  );
  const found = new Set([...beside, ...inside].filter((word) => /^[^\s\d]{1,20}$/.test(word)));
  return [...found].filter((word) => !/^[-+]$/.test(word)).slice(0, WORDS_MAX);
}

/** What a word means in a layout; null where nobody said. */
export function directionOfWord({ signs }: Layout, word: string): 'in' | 'out' | null {
  if (signs.in.includes(word)) return 'in';
  return signs.out.includes(word) ? 'out' : null;
}

/** The words, once one of them means this. */
export function withSign({ signs }: Layout, word: string, means: 'in' | 'out'): Layout['signs'] {
  const other = means === 'in' ? 'out' : 'in';
  const rest = { in: without(signs.in, word), out: without(signs.out, word) };
  return { in: rest.in, out: rest.out, [means]: [...rest[means], word], [other]: rest[other] };
}

/** Of a file that writes M for what comes in, K is what goes out (keluar), not kredit. */
export function guessSigns(words: readonly string[]): Layout['signs'] {
  if (!words.includes('M')) return defaultSigns;
  return {
    in: [...without(defaultSigns.in, 'K'), 'M'],
    out: [...defaultSigns.out, 'K'],
  };
}

/** Whether amounts stand there with neither a sign nor a word, so that it has to be said. */
export function hasUnsigned(lines: readonly GridLine[], layout: Layout): boolean {
  if (layout.kind === 'settlement') return false;
  const [at, signAt] = [layout.columns.indexOf('amount'), layout.columns.indexOf('sign')];
  return bodyOf(lines, layout).some(({ cells }) => {
    const amount = cells[at];
    if (at < 0 || amount === undefined || amount === null || cellText(amount) === '') return false;
    const parts = splitAmount(amount);
    return parts?.marks.length === 0 && cellText(cells[signAt]) === '';
  });
}

function without(list: readonly string[], word: string): string[] {
  return list.filter((one) => one !== word);
}

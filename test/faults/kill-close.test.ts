import { expect, test } from 'vitest';
import { bundleCloser, killClosers } from '../support/kill-closers.ts';

/** `LAPAK_KILLS=100` kills as many closes; a test run does with fewer. */
const KILLS = Number(process.env['LAPAK_KILLS'] ?? 25);

test('lesson 35: a close that is killed leaves the shift open or closed, never half', async () => {
  const { rounds, numbers, shifts, verified } = await killClosers(await bundleCloser(), KILLS);

  let before = 0;
  const ends = new Set<string>();
  for (const { answered, zs, open, papers } of rounds) {
    const isClosed = zs === before + 1;
    expect({ zs, open, papers }).toEqual(
      isClosed
        ? { zs: before + 1, open: 0, papers: before + 1 }
        : { zs: before, open: 1, papers: before },
    );
    if (answered !== null) expect({ answered, isClosed }).toEqual({ answered: zs, isClosed: true });
    ends.add(isClosed ? 'closed' : 'open');
    before = zs;
  }
  expect(ends).toEqual(new Set(['closed', 'open'])); // the kills came on both sides of the commit
  // Each number once, and none left out.
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  expect(shifts - numbers.length).toBeLessThanOrEqual(1);
  expect(verified).toMatchObject({ ok: true, reason: '' });
}, 600_000); // the longest that a busy computer may take

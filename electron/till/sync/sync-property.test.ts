import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FakeAnswer } from '../../../test/support/fake-hub.ts';
import { hubError } from '../../../test/support/fake-hub.ts';
import { openHubBook } from '../../../test/support/hub-book.ts';
import { bookPieces } from '../../../test/support/test-till.ts';

/** Whatever the network does, the hub has each record once, and the till knows it. */

const runs = Number(process.env['LAPAK_RUNS'] ?? 40);

type Fault = (answer: () => FakeAnswer) => FakeAnswer;

const cut: Fault = () => 'cut';
const cutAfter: Fault = (answer) => {
  answer();
  return 'cut';
};
const faults: Readonly<Record<string, Fault>> = {
  cut,
  cutAfter,
  none: (answer) => answer(),
  busy: () => hubError('HUB_BUSY'),
  tooLarge: () => hubError('BATCH_TOO_LARGE'),
  unsigned: () => hubError('REQUEST_UNSIGNED', { nonce: 'other' }),
  portal: () => ({ status: 200, body: '<html>Masuk</html>' }),
  torn: (answer) => {
    const given = answer();
    return given === 'cut' ? given : { ...given, body: given.body.slice(0, -9) };
  },
};

const steps = fc.oneof(
  fc.record({ kind: fc.constant('sell' as const), pieces: fc.integer({ min: 1, max: 4 }) }),
  fc.record({
    kind: fc.constant('report' as const),
    faults: fc.array(fc.constantFrom(...Object.keys(faults)), { maxLength: 5 }),
  }),
  fc.record({ kind: fc.constantFrom('reopen' as const, 'forgetNonces' as const) }),
);

test('whatever is lost, doubled or torn on the way, each record arrives once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { maxLength: 12 }), async (done) => {
      await using opened = new AsyncDisposableStack();
      const book = await openHubBook();
      opened.defer(book.close);
      await book.enrol();
      const { hub } = book;
      for (const step of done) {
        if (step.kind === 'sell') bookPieces(book.till, step.pieces);
        if (step.kind === 'reopen') await book.reopen();
        if (step.kind === 'forgetNonces') hub.forgetNonces();
        if (step.kind !== 'report') continue;
        const waiting = [...step.faults];
        hub.between = (_, answer) => (faults[waiting.shift() ?? 'none'] ?? cut)(answer);
        await book.report();
        // What the till takes for acknowledged the hub has.
        expect(hub.stored.length).toBeGreaterThanOrEqual(book.cursor?.position ?? 0);
      }
      hub.between = (_, answer) => answer();

      expect(await book.report()).toMatchObject({ state: 'sent', records: 0 });
      expect(hub.stored.map(({ place }) => place.seq)).toEqual(
        Array.from({ length: book.newest }, (_, at) => at + 1),
      );
      expect(book.cursor).toEqual({ position: book.newest, size: book.newest });
    }),
    { numRuns: runs },
  );
});

import { expect, test } from 'vitest';
import { translator } from '../translator.ts';
import { SyncStatus } from './status.ts';
import { statusWords } from './status-words.ts';

const told = {
  hub: 'https://hub.example',
  stall: { code: 'TC-A12', name: 'Batik Ibu Sari', mall: 'Thamrin City' },
  records: 1_234,
  sinceMs: Date.UTC(2026, 10, 23, 3, 0),
  sentAtMs: Date.UTC(2026, 10, 23, 2, 0),
};
const wib = 420;

test('each state and each reason has words of its own in both languages', () => {
  const all = SyncStatus.options.flatMap((option) => {
    const { state, reason } = { reason: undefined, ...option.shape };
    const reasons = reason === undefined ? [{}] : reason.options.map((one) => ({ reason: one }));
    return reasons.map((one) => SyncStatus.parse(statusOf(state.value, one)));
  });

  for (const language of ['id', 'en'] as const) {
    const words = all.map((status) => statusWords(status, translator(language), wib).join(' '));
    expect(new Set(words).size).toBe(all.length);
    expect(words.join(' ')).not.toMatch(/sync\.|\{\{/);
  }
  expect(all.length).toBe(18);
});

function statusOf(state: string, more: object): object {
  return state === 'alone' ? { state, records: 1 } : { state, ...told, ...more };
}

test('what waits is told with its number, since when, and why', () => {
  const status: SyncStatus = { state: 'pending', reason: 'no-network', ...told };

  expect(statusWords(status, translator('en'), wib)).toEqual([
    'Records not sent yet: 1,234, since 23/11/2026 10:00.',
    'https://hub.example cannot be reached. It is tried again by itself.',
  ]);
});

test('where all was sent it is told when', () => {
  const status: SyncStatus = { state: 'sent', ...told, records: 0, sinceMs: null };

  expect(statusWords(status, translator('id'), wib)).toEqual([
    'Lapak TC-A12: semua sudah terkirim ke https://hub.example, terakhir 23/11/2026 09:00.',
  ]);
});

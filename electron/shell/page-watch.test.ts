import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type PageWatch, watchPages } from './page-watch.ts';

const WAIT_MS = 5_000;
let watch: PageWatch;
let pages: number;
let hasLeft: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  pages = 0;
  hasLeft = false;
  watch = watchPages({
    pages: () => pages,
    waitMs: WAIT_MS,
    onLeft: () => {
      hasLeft = true;
    },
  });
});
afterEach(() => vi.useRealTimers());

function open(): void {
  pages += 1;
  watch.pageOpened();
}
function close(): void {
  pages -= 1;
  watch.pageClosed();
}
function leftAfter(ms: number): boolean {
  vi.advanceTimersByTime(ms);
  return hasLeft;
}

test('a till ends a while after its window and its last page are gone', () => {
  open();
  close();
  watch.windowClosed();

  expect(leftAfter(WAIT_MS - 1)).toBe(false);
  expect(leftAfter(1)).toBe(true);
});

test('a page that is reloaded does not end the till, with its window closed or not', () => {
  open();
  close();
  open();
  watch.windowClosed();
  close();
  expect(leftAfter(WAIT_MS - 1)).toBe(false);
  open();

  expect(leftAfter(2 * WAIT_MS)).toBe(false);
});

test('a second page keeps the till when the first window is closed', () => {
  open();
  open();
  watch.windowClosed();
  close();
  expect(leftAfter(2 * WAIT_MS)).toBe(false);

  close();
  expect(leftAfter(WAIT_MS)).toBe(true);
});

test('without its window closed a till waits for its next page', () => {
  open();
  close();

  expect(leftAfter(2 * WAIT_MS)).toBe(false);
});

test('a window that never showed a page does not end the till', () => {
  watch.windowClosed();
  expect(leftAfter(2 * WAIT_MS)).toBe(false);

  open();
  close();
  expect(leftAfter(WAIT_MS)).toBe(true);
});

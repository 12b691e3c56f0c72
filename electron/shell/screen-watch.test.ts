import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ScreenWatch, watchScreens } from './screen-watch.ts';

const WAIT_MS = 5_000;
let watch: ScreenWatch;
let screens: number;
let hasLeft: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  screens = 0;
  hasLeft = false;
  watch = watchScreens({
    screens: () => screens,
    waitMs: WAIT_MS,
    onLeft: () => {
      hasLeft = true;
    },
  });
});
afterEach(() => vi.useRealTimers());

function open(): void {
  screens += 1;
  watch.screenOpened();
}
function close(): void {
  screens -= 1;
  watch.screenClosed();
}
function leftAfter(ms: number): boolean {
  vi.advanceTimersByTime(ms);
  return hasLeft;
}

test('a till ends a while after its window and its last screen are gone', () => {
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

test('a second screen keeps the till when the first window is closed', () => {
  open();
  open();
  watch.windowClosed();
  close();
  expect(leftAfter(2 * WAIT_MS)).toBe(false);

  close();
  expect(leftAfter(WAIT_MS)).toBe(true);
});

test('without its window closed a till waits for its next screen', () => {
  open();
  close();

  expect(leftAfter(2 * WAIT_MS)).toBe(false);
});

test('a window that never showed a screen does not end the till', () => {
  watch.windowClosed();
  expect(leftAfter(2 * WAIT_MS)).toBe(false);

  open();
  close();
  expect(leftAfter(WAIT_MS)).toBe(true);
});

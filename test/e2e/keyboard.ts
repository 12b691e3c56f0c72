import type { CDPSession, Locator, Page } from '@playwright/test';

/** From the last key of a person to the first of a scan, and the other way about. */
const HAND_MS = 700;
const HAND_GAP_MS = 110;
/** What most systems repeat a held key by. */
const HELD_GAP_MS = 33;
/** A quick USB scanner. */
const USB_GAP_MS = 4;

interface Keyboard {
  readonly session: CDPSession;
  /** Time stamp of the last key. */
  lastAtMs: number;
}

const keyboards = new WeakMap<Page, Promise<Keyboard>>();

interface Scanner {
  readonly gapMs?: number;
  /** The keys that it sends behind a code. */
  readonly suffix?: readonly string[];
}

/**
 * Sends a code as a scanner does: fast, with Enter at its end, into nothing in particular. Its keys
 * carry the time stamps of a scanner, however slow the computer is that handles them.
 */
export async function scan(
  page: Page,
  code: string,
  { gapMs = USB_GAP_MS, suffix = ['Enter'] }: Scanner = {},
): Promise<void> {
  await send(page, [...code, ...suffix], gapMs);
}

/** Sends the rest of a code: it came right behind the first keys, and is handled long after. */
export async function scanOn(
  page: Page,
  rest: string,
  { gapMs = USB_GAP_MS, suffix = ['Enter'] }: Scanner = {},
): Promise<void> {
  const { lastAtMs } = await keyboardOf(page);
  await sendFrom(page, [...rest, ...suffix], { fromMs: lastAtMs + gapMs, gapMs });
}

/** Types a text as a hand does. */
export async function type(page: Page, text: string): Promise<void> {
  await send(page, [...text], HAND_GAP_MS);
}

/** Presses a key by its name, as `F9`, some time after the last one. */
export async function press(page: Page, key: string): Promise<void> {
  await send(page, [key], HAND_GAP_MS);
}

/** Presses a key twice, faster than it was meant. */
export async function pressTwice(page: Page, key: string): Promise<void> {
  await catchUp(page);
  await send(page, [key, key], HAND_GAP_MS);
}

interface Held {
  /** The first press and its repetitions. */
  readonly times: number;
  readonly gapMs?: number;
}

/** Presses a key and holds it. */
export async function hold(
  page: Page,
  key: string,
  { times, gapMs = HELD_GAP_MS }: Held,
): Promise<void> {
  await catchUp(page);
  const keyboard = await keyboardOf(page);
  const fromMs = Math.max(Date.now(), keyboard.lastAtMs + HAND_MS);
  keyboard.lastAtMs = fromMs + (times - 1) * gapMs;
  for (let at = 0; at < times; at += 1) {
    await keyboard.session.send('Input.dispatchKeyEvent', {
      ...keyDown(key, (fromMs + at * gapMs) / 1_000),
      autoRepeat: at > 0,
    });
    if (at === 0) await painted(page);
  }
  const { timestamp } = keyDown(key, keyboard.lastAtMs / 1_000);
  await keyboard.session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp });
}

/** Pastes over what stands in a field, as a hand does; nothing of it is typed. */
export async function paste(page: Page, field: Locator, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await field.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
}

/** Waits until what has happened is painted. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
  );
}

/**
 * Waits until the clock has come to where the keys are: what they bring up is painted by the clock,
 * and how long it was seen is told by the next key's time stamp.
 */
async function catchUp(page: Page): Promise<void> {
  const { lastAtMs } = await keyboardOf(page);
  const aheadMs = lastAtMs + HAND_MS - Date.now();
  if (aheadMs > 0) await new Promise((resolve) => setTimeout(resolve, aheadMs));
}

async function send(page: Page, keys: readonly string[], gapMs: number): Promise<void> {
  const keyboard = await keyboardOf(page);
  const fromMs = Math.max(Date.now(), keyboard.lastAtMs + HAND_MS);
  await sendFrom(page, keys, { fromMs, gapMs });
}

async function sendFrom(
  page: Page,
  keys: readonly string[],
  { fromMs, gapMs }: { readonly fromMs: number; readonly gapMs: number },
): Promise<void> {
  const keyboard = await keyboardOf(page);
  keyboard.lastAtMs = fromMs + (keys.length - 1) * gapMs;
  // Handed over at once: they wait for one another in the browser, not here.
  await Promise.all(
    keys.map((key, i) => dispatch(keyboard.session, key, (fromMs + i * gapMs) / 1_000)),
  );
}

async function dispatch(session: CDPSession, key: string, timestamp: number): Promise<void> {
  const down = keyDown(key, timestamp);
  await Promise.all([
    session.send('Input.dispatchKeyEvent', down),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp }),
  ]);
}

/** @param timestamp seconds since 1970 */
function keyDown(key: string, timestamp: number) {
  const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined;
  return {
    type: text === undefined ? ('rawKeyDown' as const) : ('keyDown' as const),
    key,
    timestamp,
    windowsVirtualKeyCode: keyCodes.get(key) ?? key.toUpperCase().charCodeAt(0),
    ...(text !== undefined && { text }),
  };
}

/** Windows virtual key codes, which Chromium asks for on every system. */
const keyCodes = new Map([
  ['Backspace', 8],
  ['Tab', 9],
  ['Enter', 13],
  ['Escape', 27],
  ['PageUp', 33],
  ['PageDown', 34],
  ['End', 35],
  ['ArrowLeft', 37],
  ['ArrowUp', 38],
  ['ArrowRight', 39],
  ['ArrowDown', 40],
  ['Delete', 46],
  ['F1', 112],
  ['F2', 113],
  ['F3', 114],
  ['F4', 115],
  ['F5', 116],
  ['F6', 117],
  ['F7', 118],
  ['F8', 119],
  ['F9', 120],
  ['F10', 121],
  ['F12', 123],
  ['*', 106],
  ['-', 109],
  // Of a US keyboard: the code of each letter is that of an arrow or so.
  ['.', 190],
  ['/', 191],
  ['#', 51],
  [':', 186],
]);

function keyboardOf(page: Page): Promise<Keyboard> {
  const known = keyboards.get(page);
  if (known) return known;
  const made = page
    .context()
    .newCDPSession(page)
    .then((session) => ({ session, lastAtMs: 0 }));
  keyboards.set(page, made);
  return made;
}

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  answerStatus,
  openNetworkPrinter,
  LONG_PATIENCE,
  SHORT_PATIENCE,
} from '../../../test/support/print-book.ts';
import { deliver, type DeliverOptions } from './deliver.ts';

const bytes = Buffer.from('struk\n');
/** More than the buffers of two sockets hold. */
const much = Buffer.alloc(12_000_000, 'struk ');
const WELL = 0x12;

async function openPrinter(onSocket?: (socket: Socket) => void) {
  const printer = await openNetworkPrinter(0, onSocket);
  onTestFinished(() => printer.close());
  const place = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
  const print = (paper = bytes, options: DeliverOptions = {}) =>
    deliver(paper, place, { patience: SHORT_PATIENCE, ...options });
  return { printer, print };
}

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'lapak-device-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  return dir;
}

const toFile = (path: string, paper = bytes) =>
  deliver(paper, { kind: 'file', path }, { patience: SHORT_PATIENCE });

const certainlyNot = (reason: string, detail: string) => ({
  name: 'DeliveryFailure',
  reason,
  detail,
  isPerhapsPrinted: false,
});
const perhaps = (detail: string) => ({
  name: 'DeliveryFailure',
  reason: 'interrupted',
  detail,
  isPerhapsPrinted: true,
});

test('a printer that closes its side behind all bytes has taken them', async () => {
  const { printer, print } = await openPrinter();
  expect(await print(much)).toBe('taken');
  expect(printer.papers[0]?.subarray(-much.length).equals(much)).toBe(true);
});

test('a printer that answers is asked before and after, and need not close its side', async () => {
  const asked: number[] = [];
  const { printer, print } = await openPrinter((socket) => {
    socket.allowHalfOpen = true; // it keeps its side open
    answerStatus(socket, (n) => {
      asked.push(n);
      return WELL;
    });
  });
  expect(await print(bytes, { patience: LONG_PATIENCE })).toBe('taken');
  expect(asked).toEqual([1, 2, 4, 1, 2, 4]);
  expect(printer.read()[0]?.toString('latin1')).toContain('\x04\x04struk\n\x10\x04\x01');
});

test.each([
  ['paperOut', { 1: 0x1a, 2: 0x32, 4: 0x72 }],
  ['paperOut', { 1: WELL, 2: WELL, 4: 0x72 }],
  ['coverOpen', { 1: 0x1a, 2: 0x16, 4: WELL }],
  ['printerFault', { 1: 0x1a, 2: 0x52, 4: WELL }],
  ['offline', { 1: 0x1a, 2: WELL, 4: WELL }],
])('a printer that says %s gets no byte of a receipt', async (reason, answers) => {
  const { printer, print } = await openPrinter((socket) =>
    answerStatus(socket, (n) => new Map(Object.entries(answers)).get(String(n))),
  );
  const beforeBytes = vi.fn();
  const options = { beforeBytes, patience: LONG_PATIENCE };
  await expect(print(bytes, options)).rejects.toMatchObject(certainlyNot(reason, reason));
  expect(beforeBytes).not.toHaveBeenCalled();
  expect(printer.read()[0]?.toString('latin1')).not.toContain('struk');
});

test('paper that runs out while it prints is told, and is not sure to be whole', async () => {
  let answered = 0;
  const { print } = await openPrinter((socket) =>
    answerStatus(socket, (n) => {
      answered += 1;
      return answered > 3 && n === 4 ? 0x72 : WELL;
    }),
  );
  expect(await print(bytes, { patience: LONG_PATIENCE })).toBe('paperOut');
});

test('a printer that never reads is not sure to have printed', async () => {
  const { print } = await openPrinter((socket) => socket.pause());
  const patience = { ...SHORT_PATIENCE, takeMs: 1_000, endMs: 100 };
  expect(await print(bytes, { patience })).toBe('silent');
  await expect(print(much, { patience })).rejects.toMatchObject(perhaps('timeout'));
});

test('a printer that answered and falls silent behind the bytes is not sure', async () => {
  const { print } = await openPrinter((socket) => {
    let answered = 0;
    answerStatus(socket, () => {
      answered += 1;
      return answered > 3 ? undefined : WELL;
    });
  });
  const patience = { ...LONG_PATIENCE, takeMs: 100 };
  expect(await print(bytes, { patience })).toBe('silent');
});

test.each(['struk', 'the end'])(
  'a printer whose first answer comes late, at %s, and then no other, is not sure',
  async (moment) => {
    const { print } = await openPrinter((socket) => {
      if (moment === 'the end') {
        socket.allowHalfOpen = true;
        socket.on('end', () => socket.end(Buffer.from([WELL])));
        return;
      }
      socket.on('data', (chunk) => {
        if (chunk.includes(moment)) socket.write(Buffer.from([WELL]));
      });
    });
    const patience = { ...SHORT_PATIENCE, takeMs: 300, endMs: 20_000 };
    expect(await print(bytes, { patience })).toBe('silent');
  },
);

test('a printer that resets behind all bytes has perhaps printed', async () => {
  const { print } = await openPrinter((socket) => {
    socket.on('data', (chunk) => {
      if (chunk.includes('struk')) socket.resetAndDestroy();
    });
  });
  await expect(print()).rejects.toMatchObject(perhaps('ECONNRESET'));
});

test('a printer that dies in the middle has perhaps printed a part', async () => {
  const { print } = await openPrinter((socket) => {
    socket.on('data', (chunk) => {
      if (chunk.includes('struk')) socket.resetAndDestroy();
    });
  });
  await expect(print(much)).rejects.toMatchObject({ isPerhapsPrinted: true });
});

test.each([
  ['closes', (socket: Socket) => void socket.end(), 'closed'],
  ['resets', (socket: Socket) => void socket.resetAndDestroy(), 'ECONNRESET'],
])('a printer that accepts and %s at once gets no byte', async (_, spoil, detail) => {
  const { printer, print } = await openPrinter(spoil);
  const beforeBytes = vi.fn();
  const failure = certainlyNot('unreachable', detail);
  await expect(
    print(bytes, { beforeBytes, patience: { ...SHORT_PATIENCE, answerMs: 5_000 } }),
  ).rejects.toMatchObject(failure);
  expect(beforeBytes).not.toHaveBeenCalled();
  expect(Buffer.concat(printer.read()).includes('struk')).toBe(false);
});

test('a printer that is off is unreachable', async () => {
  const { printer, print } = await openPrinter();
  await printer.close();
  await expect(print()).rejects.toMatchObject(certainlyNot('unreachable', 'ECONNREFUSED'));
});

test('sending stops when it is told to', async () => {
  const stop = new AbortController();
  const { print } = await openPrinter((socket) => socket.pause());
  const printing = print(much, {
    signal: stop.signal,
    patience: { ...SHORT_PATIENCE, takeMs: 60_000 },
    beforeBytes: () => setImmediate(() => stop.abort()),
  });
  await expect(printing).rejects.toMatchObject(perhaps('stopped'));
});

test('a look without bytes only finds out whether the printer is there', async () => {
  const { printer, print } = await openPrinter();
  expect(await print(Buffer.alloc(0))).toBe('taken');
  await printer.close();
  await expect(print(Buffer.alloc(0))).rejects.toMatchObject(
    certainlyNot('unreachable', 'ECONNREFUSED'),
  );
});

test('what is not a device gets no byte, also behind a link', async () => {
  const dir = folder();
  const file = join(dir, 'device-key.pem');
  writeFileSync(file, 'key\n');
  symlinkSync(file, join(dir, 'lp0'));
  for (const path of [file, join(dir, 'lp0'), dir]) {
    await expect(toFile(path)).rejects.toMatchObject(certainlyNot('notDevice', 'no device'));
  }
  expect(readFileSync(file, 'utf8')).toBe('key\n');
});

test('a device that is not there is unreachable, and no file is made for it', async () => {
  const path = join(folder(), 'lp0');
  await expect(toFile(path)).rejects.toMatchObject(certainlyNot('unreachable', 'ENOENT'));
  expect(existsSync(path)).toBe(false);
});

test('a pipe that nobody reads is unreachable at once', async () => {
  const path = join(folder(), 'pipe');
  execFileSync('mkfifo', [path]);
  await expect(toFile(path)).rejects.toMatchObject(certainlyNot('unreachable', 'ENXIO'));
});

test('a pipe has the bytes, but gives no sign that anybody read them', async () => {
  const path = join(folder(), 'pipe');
  execFileSync('mkfifo', [path]);
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  onTestFinished(() => closeSync(reader));
  expect(await toFile(path)).toBe('silent');
  const got = Buffer.alloc(100);
  const length = readSync(reader, got);
  expect(got.subarray(0, length).toString()).toMatch(/struk\n$/);
});

test('a device that takes nothing certainly has nothing', async () => {
  const path = join(folder(), 'pipe');
  execFileSync('mkfifo', [path]);
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  onTestFinished(() => closeSync(reader));
  const patience = { ...SHORT_PATIENCE, takeMs: 100 };
  const fill = Buffer.alloc(70_000, 'x'); // a pipe holds 65.536
  const to = { kind: 'file', path } as const;
  await expect(deliver(fill, to, { patience })).rejects.toMatchObject(perhaps('timeout'));
  await expect(deliver(bytes, to, { patience })).rejects.toMatchObject({
    reason: 'unreachable',
    detail: 'timeout',
    isPerhapsPrinted: false,
  });
});

test('a slow reader gets all bytes, however little it takes at a time', async () => {
  const path = join(folder(), 'pipe');
  execFileSync('mkfifo', [path]);
  const reader = spawn('sh', ['-c', `exec < '${path}'; wc -c`]);
  onTestFinished(() => void reader.kill());
  let said = '';
  reader.stdout.on('data', (chunk) => (said += String(chunk)));
  const closed = once(reader, 'close');
  const paper = Buffer.alloc(500_000, 'x');
  await vi.waitFor(async () => expect(await toFile(path, paper)).toBe('silent'));
  await closed;
  expect(Number(said)).toBe(3 + 500_000); // the question comes first
});

test('a device that talks without end and answers nothing is not listened to for ever', async ({
  skip,
}) => {
  skip(!existsSync('/dev/zero'), 'this system has no endless device');
  const to = { kind: 'file', path: '/dev/zero' } as const;
  expect(await deliver(Buffer.from('x'), to, { patience: SHORT_PATIENCE })).toBe('silent');
});

test('a device that takes a little at a time is waited for as long as it takes more', async () => {
  const path = join(folder(), 'pipe');
  execFileSync('mkfifo', [path]);
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  onTestFinished(() => closeSync(reader));
  const page = Buffer.alloc(4096); // a pipe takes more when a page of it is free, and holds 65.536
  const readPage = () => {
    try {
      readSync(reader, page);
    } catch {} // nothing is there yet
  };
  const reading = setInterval(readPage, 100);
  onTestFinished(() => clearInterval(reading));
  const patience = { ...SHORT_PATIENCE, takeMs: 2_000 };
  const paper = Buffer.alloc(65_536 + 22 * page.length, 'x');
  const startedAt = performance.now();

  expect(await deliver(paper, { kind: 'file', path }, { patience })).toBe('silent');
  expect(performance.now() - startedAt).toBeGreaterThan(patience.takeMs);
});

/** A terminal: a real character device whose other side is this test. */
async function openTerminal(): Promise<{
  path: string;
  said: () => string;
  answer: (status: number) => void;
}> {
  const child = spawn('script', ['-qfc', 'stty raw -echo; tty; sleep 60', '/dev/null']);
  onTestFinished(() => void child.kill());
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')));
  await vi.waitFor(() => expect(said).toMatch(/\/dev\/pts\/\d+\r?\n/), { timeout: 10_000 });
  const path = /\/dev\/pts\/\d+/.exec(said)?.[0] ?? '';
  said = '';
  return {
    path,
    said: () => said,
    answer: (status) => void child.stdin.write(Buffer.from([status])),
  };
}

test('a character device that answers is asked as a network printer is', async () => {
  const terminal = await openTerminal();
  let asked = 0;
  const answering = setInterval(() => {
    const questions = terminal.said().split('\x10\x04').length - 1;
    for (; asked < questions; asked += 1) terminal.answer(WELL);
  }, 5);
  onTestFinished(() => clearInterval(answering));
  const to = { kind: 'file', path: terminal.path } as const;
  const patience = { ...SHORT_PATIENCE, answerMs: 5_000, takeMs: 5_000 };
  expect(await deliver(bytes, to, { patience })).toBe('taken');
  expect(terminal.said()).toContain('struk');
});

test('a character device without an answer or a handshake is not sure', async () => {
  const terminal = await openTerminal();
  expect(await toFile(terminal.path)).toBe('silent');
});

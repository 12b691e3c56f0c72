import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openNetworkPrinter } from '../../../test/support/print-book.ts';
import { send } from './transports.ts';

const bytes = Buffer.from('struk\n');

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'lapak-device-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  return dir;
}

const failing = (printer: string, detail: string) => ({
  code: 'PRINTER_UNREACHABLE',
  data: { printer, detail },
});

test('a network printer gets every byte before the sender is done', async () => {
  const printer = await openNetworkPrinter();
  onTestFinished(() => printer.close());
  const much = Buffer.alloc(3_000_000, 'struk ');
  await send(much, { kind: 'tcp', host: '127.0.0.1', port: printer.port });
  expect(printer.papers[0]?.equals(much)).toBe(true);
});

test('a printer that is off is unreachable', async () => {
  const printer = await openNetworkPrinter();
  await printer.close();
  const to = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
  await expect(send(bytes, to)).rejects.toMatchObject(
    failing(`127.0.0.1:${printer.port}`, 'ECONNREFUSED'),
  );
});

test('a printer that dies in the middle of a receipt has not printed it', async () => {
  const printer = await openNetworkPrinter(0, (socket) => {
    socket.once('data', () => socket.resetAndDestroy());
  });
  onTestFinished(() => printer.close());
  const much = Buffer.alloc(3_000_000, 'struk ');
  await expect(
    send(much, { kind: 'tcp', host: '127.0.0.1', port: printer.port }),
  ).rejects.toMatchObject({ code: 'PRINTER_UNREACHABLE' });
});

test('sending stops when it is told to', async () => {
  const printer = await openNetworkPrinter(0, (socket) => socket.pause());
  onTestFinished(() => printer.close());
  const to = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
  const sending = send(Buffer.alloc(30_000_000), to, AbortSignal.timeout(50));
  await expect(sending).rejects.toMatchObject(failing(`127.0.0.1:${printer.port}`, 'stopped'));
});

test('a device file gets the bytes after what it had', async () => {
  const path = join(folder(), 'lp0');
  writeFileSync(path, 'lama\n');
  await send(bytes, { kind: 'file', path });
  expect(readFileSync(path, 'utf8')).toBe('lama\nstruk\n');
});

test('a device that is not there is unreachable, and no file is made for it', async () => {
  const path = join(folder(), 'lp0');
  await expect(send(bytes, { kind: 'file', path })).rejects.toMatchObject(failing(path, 'ENOENT'));
  expect(existsSync(path)).toBe(false);
});

test('a pipe that nobody reads is unreachable at once', async () => {
  const path = join(folder(), 'pipe');
  execFileSync('mkfifo', [path]);
  await expect(send(bytes, { kind: 'file', path })).rejects.toMatchObject(failing(path, 'ENXIO'));
});

test('a slow device gets all bytes, however little it takes at a time', async () => {
  const path = join(folder(), 'pipe');
  execFileSync('mkfifo', [path]);
  const reader = spawn('sh', ['-c', `exec < '${path}'; echo open; sleep 0.2; wc -c`]);
  onTestFinished(() => void reader.kill());
  const much = Buffer.alloc(500_000, 'x'); // a pipe holds 65.536
  let said = '';
  reader.stdout.on('data', (chunk) => (said += String(chunk)));
  const closed = once(reader, 'close'); // it may close before the sender hears that all is sent
  const sending = (async () => {
    for (;;) {
      try {
        return await send(much, { kind: 'file', path });
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 20)); // the reader is not there yet
      }
    }
  })();
  await sending;
  await closed;
  expect(said.trim()).toBe('open\n500000');
});

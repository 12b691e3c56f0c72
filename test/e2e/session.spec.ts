import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import { openOtherTab, test } from './lapak.ts';

const isOpen = (page: Page) =>
  expect(page.getByRole('searchbox', { name: 'Cari barang' })).toBeVisible();

/** A page of another local server, which a browser counts as the same site. */
async function openNeighbour(html: string): Promise<{ server: Server; url: string }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address has a port
  return { server, url: `http://127.0.0.1:${port}/` };
}

test('a link opens one tab, which keeps its session over a reload and in its copies', async ({
  page,
  lapak,
}) => {
  await page.goto(lapak.url);
  await isOpen(page);
  expect(new URL(page.url()).hash).toBe('');

  await page.reload();
  await isOpen(page);

  await isOpen(await openOtherTab(page));
});

test('a used link, and the bare address, say how to get in', async ({ page, context, lapak }) => {
  await page.goto(lapak.url);
  await isOpen(page);

  const again = await context.newPage();
  await again.goto(lapak.url);
  await expect(again.getByText(/Tautan ini sudah pernah dipakai/)).toBeVisible();
  await again.goto(new URL('/', lapak.url).href);
  await expect(again.getByText(/Lapak hanya terbuka lewat tautannya/)).toBeVisible();
});

test('a page of another port has no part in the session, whatever it plants', async ({
  page,
  context,
  lapak,
}) => {
  const port = new URL(lapak.url).port;
  const { server, url } = await openNeighbour('<title>neighbour</title>');
  try {
    const neighbour = await context.newPage();
    await neighbour.goto(url);
    await neighbour.evaluate((taken) => {
      for (const path of ['/', '/rpc', '/session', '/assets']) {
        document.cookie = `lapak-session-${taken}=planted; Path=${path}`;
      }
      for (let at = 0; at < 170; at += 1) document.cookie = `c${at}=${'x'.repeat(4_000)}; Path=/`;
    }, port);

    await page.goto(lapak.url);
    await isOpen(page);
    await page.reload();
    await isOpen(page);

    const refused = await neighbour.evaluate(async (origin) => {
      const kept = JSON.stringify({ ...sessionStorage });
      const outcome = await new Promise((resolve) => {
        const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, ['lapak']);
        socket.onopen = () => resolve('open');
        socket.onclose = () => resolve('refused');
      });
      return { kept, outcome };
    }, new URL(lapak.url).origin);
    expect(refused).toEqual({ kept: '{}', outcome: 'refused' });
  } finally {
    server.close();
  }
});

/** Keeps the files of the page, and answers with them where there is no network. */

/** What this uses of a service worker's scope, which the types of a page do not have. */
interface WorkerScope {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(
    name: 'install' | 'activate' | 'fetch',
    listener: (event: WorkerEvent) => void,
  ): void;
}

interface WorkerEvent {
  readonly request: Request;
  waitUntil(done: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}

/** Paths of the page's files, with a blank between two: vite.kuitansi.config.ts writes them in. */
const FILES = '%FILES%'.split(' ');
const PAGE = '/kuitansi/';
/** Files with other content have other names, so the list tells one build from another. */
const CACHE = `kuitansi ${FILES.join(' ')}`;

const worker = globalThis as unknown as WorkerScope; // it is loaded as a service worker only

worker.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { method, mode } = event.request;
  if (method === 'GET') {
    event.respondWith(mode === 'navigate' ? newestPage(event.request) : keptFile(event.request));
  }
});

async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll([PAGE, ...FILES]);
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith('kuitansi ') && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** The page as the hub has it today; as it was kept where the hub is not reached. */
async function newestPage(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(PAGE)) ?? Response.error();
  }
}

async function keptFile(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

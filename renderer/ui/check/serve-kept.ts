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

/** What a page keeps in the browser. */
interface Kept {
  /** Where it is: `/kuitansi/`. */
  readonly page: string;
  /** Begins the names of its caches, and those of no other page. */
  readonly name: string;
  /** Paths of its files, which have other names when they have other content. */
  readonly files: readonly string[];
  /** Paths of what changes under one name: asked for anew, and kept as it was answered last. */
  readonly news: readonly string[];
}

/**
 * Keeps the files of a page, and answers with them where there is no network. For its service
 * worker, which stands alone.
 */
export function serveKept(kept: Kept): void {
  // The list of files tells one build from another.
  const cacheName = `${kept.name} ${kept.files.join(' ')}`;
  const worker = globalThis as unknown as WorkerScope; // it is loaded as a service worker only
  worker.addEventListener('install', (event) => {
    event.waitUntil(keepAll(cacheName, kept).then(() => worker.skipWaiting()));
  });
  worker.addEventListener('activate', (event) => {
    event.waitUntil(dropOlder(cacheName, kept).then(() => worker.clients.claim()));
  });
  worker.addEventListener('fetch', (event) => {
    const { method, mode, url } = event.request;
    if (method !== 'GET') return;
    const isNews = kept.news.includes(new URL(url).pathname);
    if (mode === 'navigate') event.respondWith(newest(event.request, kept.page));
    else if (isNews) event.respondWith(newestKept(event.request, cacheName));
    else event.respondWith(keptFile(event.request));
  });
}

async function keepAll(cacheName: string, { page, files, news }: Kept): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([page, ...files, ...news]);
}

async function dropOlder(cacheName: string, { name }: Kept): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((one) => one.startsWith(`${name} `) && one !== cacheName);
  await Promise.all(older.map((one) => caches.delete(one)));
}

/** The page as the hub has it today; as it was kept where the hub is not reached. */
async function newest(request: Request, page: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(page)) ?? Response.error();
  }
}

/** As newest(), and kept for the next time. */
async function newestKept(request: Request, cacheName: string): Promise<Response> {
  try {
    const answer = await fetch(request);
    if (answer.ok) await (await caches.open(cacheName)).put(request, answer.clone());
    return answer;
  } catch {
    return (await caches.match(request)) ?? Response.error();
  }
}

async function keptFile(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

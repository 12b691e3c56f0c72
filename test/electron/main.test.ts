import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchMain, type RunningMain } from '../support/electron-main.ts';

let dataDir: string;
let main: RunningMain;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'lapak-electron-'));
  main = launchMain(dataDir);
  await untilOpen(main);
});
afterAll(async () => {
  await main.stop();
  rmSync(dataDir, { recursive: true });
});

function log(): string {
  return readFileSync(join(dataDir, 'lapak.log'), 'utf8');
}

function untilOpen(running: RunningMain): Promise<void> {
  return running.evaluate(async ({ electron }) => {
    while (!electron.windows[0]?.calls.includes('show')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }, null);
}

test('the window keeps Node away from the page and the page in its sandbox', async () => {
  const seen = await main.evaluate(
    ({ electron }) => ({
      options: electron.windows.map((window) => window.options),
      sandboxed: electron.app.sandboxed,
      scheme: electron.protocol.privileged,
      url: electron.windows[0]?.webContents.mainFrame.url,
      userData: electron.app.paths.get('userData'),
    }),
    null,
  );

  expect(seen.sandboxed).toBe(true);
  expect(seen.scheme).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
  expect(seen.url).toBe('app://lapak/');
  expect(seen.userData).toBe(join(dataDir, 'electron'));
  expect(seen.options).toMatchObject([
    {
      webPreferences: {
        preload: expect.stringMatching(/preload\.cjs$/),
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
      },
    },
  ]);
});

test('the installed till has no developer tools and no menu that opens them', async () => {
  const otherDir = mkdtempSync(join(tmpdir(), 'lapak-electron-'));
  const installed = launchMain(otherDir, { packaged: true });
  await untilOpen(installed);

  const seen = await installed.evaluate(
    ({ electron }) => ({
      options: electron.windows[0]?.options,
      menu: electron.Menu.applicationMenu,
    }),
    null,
  );

  expect(seen.options).toMatchObject({ webPreferences: { devTools: false } });
  expect(seen.menu).toBe(process.platform === 'darwin' ? 'default' : null);
  await installed.stop();
  rmSync(otherDir, { recursive: true });
});

test('the installed till asks before it fills a new stall with samples', async () => {
  const newDir = mkdtempSync(join(tmpdir(), 'lapak-electron-'));
  const installed = launchMain(newDir, { packaged: true });
  await untilOpen(installed);

  const seen = await installed.evaluate(async ({ electron, openPage }) => {
    const [window] = electron.windows;
    if (!window) throw new Error('no window');
    const till = await openPage(window).till();
    const before = await till.system.startup();
    await till.catalog.begin({ stall: 'empty' });
    return [before, await till.system.startup()];
  }, null);

  expect(seen).toMatchObject([
    { isUnbegun: true, products: 0 },
    { isUnbegun: false, products: 0 },
  ]);
  await installed.stop();
  rmSync(newDir, { recursive: true });
});

test('no page goes elsewhere, opens a window or embeds another page', async () => {
  const seen = await main.evaluate(({ electron }) => {
    const contents = electron.windows[0]?.webContents;
    const prevented = (name: string, url: string) => {
      const event = Object.assign(new electron.StandInEvent(), { url });
      contents?.emit(name, event);
      return event.defaultPrevented;
    };
    const elsewhere = ['https://mall.example/', 'file:///etc/passwd', 'javascript:alert(1)'];
    return {
      navigations: elsewhere.map((url) => prevented('will-frame-navigate', url)),
      redirects: elsewhere.map((url) => prevented('will-redirect', url)),
      lookalike: prevented('will-frame-navigate', 'app://lapak.example/'),
      itself: prevented('will-frame-navigate', 'app://lapak/'),
      webview: prevented('will-attach-webview', 'app://lapak/'),
      windows: [...elsewhere, 'app://lapak/'].map((url) => contents?.openHandler({ url })),
      whatsApp: ['https://wa.me/628123?text=a', 'https://wa.me.example/'].map((url) =>
        contents?.openHandler({ url }),
      ),
      outside: electron.shell.opened,
    };
  }, null);

  expect(seen).toEqual({
    navigations: [true, true, true],
    redirects: [true, true, true],
    lookalike: true,
    itself: false,
    webview: true,
    windows: Array(4).fill({ action: 'deny' }),
    whatsApp: Array(2).fill({ action: 'deny' }),
    outside: ['https://wa.me/628123?text=a'], // by the system, in no window of the till
  });
});

test('no page is allowed a camera, a place, a device or the network', async () => {
  const seen = await main.evaluate(({ electron }) => {
    const session = electron.session.defaultSession;
    const asked: unknown[] = [];
    for (const permission of ['media', 'geolocation', 'notifications', 'openExternal']) {
      session.ask('permission-request', null, permission, (yes: unknown) => asked.push(yes));
    }
    const blocked = (url: string) => {
      const answers: unknown[] = [];
      session.ask('before-request', { url }, (answer: unknown) => answers.push(answer));
      return answers;
    };
    return {
      asked,
      checked: session.ask('permission-check', null, 'media'),
      device: session.ask('device-permission', { deviceType: 'usb' }),
      network: ['http://mall.example/', 'https://mall.example/', 'file:///etc/passwd'].map(blocked),
      own: blocked('app://lapak/assets/index.js'),
    };
  }, null);

  expect(seen).toEqual({
    asked: [false, false, false, false],
    checked: false,
    device: false,
    network: [[{ cancel: true }], [{ cancel: true }], [{ cancel: true }]],
    own: [{ cancel: false }],
  });
});

test('the screen is served at app://lapak/ under the policy of both shells', async () => {
  const page = await main.evaluate(({ electron }) => electron.protocol.load('app://lapak/'), null);

  expect(page.status).toBe(200);
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers['content-security-policy']).toContain(
    "default-src 'none'; script-src 'self';",
  );
  expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(page.headers['x-content-type-options']).toBe('nosniff');
  expect(page.body).toContain('<script type="module"');
});

test.each([
  'app://lapak/../main/main.js',
  'app://lapak/%2e%2e/main/main.js',
  'app://lapak/..%2fmain%2fmain.js',
  'app://lapak/assets/..%5c..%5c..%5cpackage.json',
  'app://lapak//etc/passwd',
  'app://other/index.html',
])('%s leads to nothing', async (url) => {
  const answer = await main.evaluate(
    ({ electron }, address) => electron.protocol.load(address),
    url,
  );

  expect(answer.status).toBe(404);
  expect(answer.body).toBe('');
});

test('the page learns of Electron only that it is there', async () => {
  const seen = await main.evaluate(({ electron, openPage }) => {
    const [window] = electron.windows;
    if (!window) throw new Error('no window');
    const { bridged, required } = openPage(window);
    return { bridged, required };
  }, null);

  expect(seen).toEqual({ bridged: { lapakShell: { shell: 'electron' } }, required: ['electron'] });
});

test('a port is handed to the main frame of the own page and to no other', async () => {
  const got = await main.evaluate(async ({ electron, openPage }) => {
    const [window] = electron.windows;
    if (!window) throw new Error('no window');
    const page = openPage(window);
    const own = (await page.connect()) !== null;
    const ask = (senderFrame: unknown) => {
      let handed = false;
      const sender = { postMessage: () => (handed = true) };
      electron.ipcMain.emit('lapak:connect', { sender, senderFrame });
      return handed;
    };
    return {
      own,
      ownFrame: ask({ url: 'app://lapak/', parent: null }),
      subframe: ask({ url: 'app://lapak/', parent: { url: 'app://lapak/' } }),
      foreign: ask({ url: 'https://mall.example/', parent: null }),
      lookalike: ask({ url: 'app://lapak.example/', parent: null }),
      file: ask({ url: 'file:///lapak/index.html', parent: null }),
      gone: ask(null),
    };
  }, null);

  expect(got).toEqual({
    own: true,
    ownFrame: true,
    subframe: false,
    foreign: false,
    lookalike: false,
    file: false,
    gone: false,
  });
});

test('the preload asks for a port only for messages of its own window', async () => {
  const asked = await main.evaluate(async ({ electron, openPage }) => {
    const [window] = electron.windows;
    if (!window) throw new Error('no window');
    const page = openPage(window);
    let count = 0;
    electron.ipcMain.on('lapak:connect', () => (count += 1));
    page.post('lapak:connect', { another: 'window' });
    page.post('lapak:other');
    page.post({ connect: 'lapak:connect' });
    page.post('lapak:connect'); // messages keep their order: the others came before it
    while (count === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    return count;
  }, null);

  expect(asked).toBe(1);
});

test('a page has one port: when it asks again, the one before is closed', async () => {
  const seen = await main.evaluate(async ({ electron, openPage }) => {
    const [window] = electron.windows;
    if (!window) throw new Error('no window');
    const page = openPage(window);
    const first = await page.connect();
    const closed = new Promise((resolve) => first?.once('close', () => resolve('closed')));
    const second = await page.connect();
    return { second: second !== null, first: await closed };
  }, null);

  expect(seen).toEqual({ second: true, first: 'closed' });
});

test('a page that sends what none of ours does loses its port', async () => {
  const seen = await main.evaluate(async ({ electron, openPage }) => {
    const [window] = electron.windows;
    if (!window) throw new Error('no window');
    const page = openPage(window);
    const startup = '{"i":"1","p":{"u":"/system/startup","b":{}}}';
    const end = async (messages: readonly unknown[]) => {
      const port = await page.connect();
      if (!port) throw new Error('no port');
      const closed = new Promise((resolve) => port.once('close', () => resolve('closed')));
      for (const message of messages) port.postMessage(message);
      port.start(); // a port that reads nothing does not see its end either
      return closed;
    };
    const watch = (at: number) => `{"i":"${at}","p":{"u":"/printing/watchPaper","b":{}}}`;
    return {
      object: await end([{ i: '1', p: { u: '/system/startup', b: {} } }]),
      nested: await end(['['.repeat(100)]),
      many: await end(Array.from({ length: 100 }, (_, at) => watch(at))),
      good: await new Promise((resolve) => {
        void page.connect().then((port) => {
          port?.once('message', () => resolve('answered'));
          port?.postMessage(startup);
        });
      }),
    };
  }, null);

  expect(seen).toEqual({ object: 'closed', nested: 'closed', many: 'closed', good: 'answered' });
  expect(log()).toContain("a page's connection was ended: too many calls at once");
});

test('a crash of the page is in the log of the till, told by the page or by Electron', async () => {
  await main.evaluate(async ({ electron, openPage }) => {
    const [window] = electron.windows;
    if (!window) throw new Error('no window');
    const till = await openPage(window).till();
    await till.system.reportCrash({ kind: 'render', message: 'planted', stack: 'at Till' });
    const details = { reason: 'oom', exitCode: 9 };
    window.webContents.emit('render-process-gone', new electron.StandInEvent(), details);
  }, null);

  expect(log()).toContain('ERROR the screen crashed (render): planted | at Till');
  expect(log()).toContain('ERROR the screen is gone: oom, exit code 9');
});

test('the folder of the window is for its owner alone', ({ skip }) => {
  skip(process.platform === 'win32', 'Windows has no such modes');

  expect(statSync(join(dataDir, 'electron')).mode & 0o777).toBe(0o700);
});

test('a second start on the folder ends at once, and the first window comes forward', async () => {
  const second = launchMain(dataDir);

  const { code } = await second.exited;
  const calls = await main.evaluate(({ electron }) => {
    const [window] = electron.windows;
    if (!window) throw new Error('no window');
    window.minimized = true;
    electron.app.emit('second-instance');
    return { minimized: window.minimized, last: window.calls.at(-1) };
  }, null);

  expect(code).toBe(0);
  expect(calls).toEqual({ minimized: false, last: 'focus' });
});

test('an empty --data is refused before any folder is made', async () => {
  const home = mkdtempSync(join(tmpdir(), 'lapak-electron-home-'));
  const refused = launchMain('', { env: { HOME: home, XDG_DATA_HOME: '' } });

  const { code, stderr } = await refused.exited;

  expect(code).toBe(1);
  expect(stderr).toContain('--data');
  expect(readdirSync(home)).toEqual([]);
  rmSync(home, { recursive: true });
});

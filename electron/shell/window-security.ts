import type { App, BrowserWindowConstructorOptions, Session, Shell } from 'electron';
import { WHATSAPP } from '../../domain/whatsapp.ts';
import { isInApp } from './app-scheme.ts';

/**
 * How the window is made. The page has no Node, its own world apart from the preload, and the
 * sandbox of Chromium (Electron security list, items 2, 3, 4, 6, 8, 9, 10 and 11).
 */
export function windowOptions(preload: string, devTools: boolean): BrowserWindowConstructorOptions {
  return {
    title: 'Lapak',
    width: 1366,
    height: 768,
    minWidth: 800,
    minHeight: 560,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false, // its dictionaries would come from the network
      devTools,
    },
  };
}

/** The page may ask for nothing: camera, place, notifications, devices (item 5). */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** No page of Lapak needs the network, so nothing that a page loads may reach it (item 1). */
export function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    // devtools: pages exist only where windowOptions() allowed the tools
    decide({ cancel: !isInApp(details.url) && !details.url.startsWith('devtools://') });
  });
}

/**
 * No page goes elsewhere, opens a window or embeds another page (items 11 to 14). A link to
 * WhatsApp, which a person follows, is opened outside of the till by the system; nothing else is
 * (item 15).
 */
export function denyNavigation(app: App, shell: Pick<Shell, 'openExternal'>): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      // Where the system has no program for it the page shows the text, to be copied.
      if (url.startsWith(WHATSAPP)) void shell.openExternal(url).catch(() => undefined);
      return { action: 'deny' };
    });
    contents.on('will-frame-navigate', stayInApp); // of the main frame and of any other
    contents.on('will-redirect', stayInApp);
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

// The page may load itself again.
function stayInApp(event: { readonly url: string; preventDefault(): void }): void {
  if (!isInApp(event.url)) event.preventDefault();
}

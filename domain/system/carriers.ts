/** What a screen and its shell agree on before the first call, by carrier. */

/**
 * Electron's handshake: the page posts `connectChannel` to its own window, preload sends it on to
 * main, main answers with a port on `portChannel`, and preload posts that to the page's window
 * under the same name.
 */
export const connectChannel = 'lapak:connect';
export const portChannel = 'lapak:port';

/**
 * The browser shell's. The page makes a key and keeps it in its tab; the token of the link that it
 * came by makes the key good. No cookie: a cookie belongs to every port of this computer, what a
 * tab keeps belongs to one origin.
 */
export const browserSession = {
  /** POST, with both headers, or only the key where it is good already: 204, or 403. */
  path: '/session',
  keyHeader: 'lapak-key',
  tokenHeader: 'lapak-token',
  /** In the fragment of a link (`/#token=...`), which no request carries. */
  tokenName: 'token',
} as const;

/** The WebSocket of the calls: the key is offered as a second protocol, beside ours. */
export const callSocket = { path: '/rpc', protocol: 'lapak' } as const;

/** Pages of one sentence for whoever has no session. */
export const linkPages = { needed: '/link-needed', used: '/link-used' } as const;

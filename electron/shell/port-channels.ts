/**
 * The handshake that gives a page its port: the page posts `connectChannel` to its own window,
 * preload sends it on to main, main answers with a port on `portChannel`, and preload posts that to
 * the page's window under the same name.
 */
export const connectChannel = 'lapak:connect';
export const portChannel = 'lapak:port';

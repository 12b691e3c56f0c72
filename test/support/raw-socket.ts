import { connect, type Socket } from 'node:net';

/** A socket that tells everything it was sent when it closes. */
export interface RawSocket {
  readonly socket: Socket;
  readonly ended: Promise<string>;
}

/** Opens a socket to a server of a test. */
export function openSocket({ port }: { readonly port: number }): RawSocket {
  const socket = connect(port, '127.0.0.1');
  const pieces: Buffer[] = [];
  socket.on('data', (piece: Buffer) => void pieces.push(piece));
  socket.on('error', () => undefined); // cut off: what was said before is what counts
  const ended = new Promise<string>((resolve) => {
    socket.on('close', () => resolve(Buffer.concat(pieces).toString('latin1')));
  });
  return { socket, ended };
}

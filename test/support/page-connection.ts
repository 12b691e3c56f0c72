import { randomUUID } from 'node:crypto';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import type { contract } from '../../domain/contract.ts';

/** The connection of a page to the browser shell, without a browser. */
export interface ConnectedPage {
  readonly till: ContractRouterClient<typeof contract>;
  close(): Promise<void>;
}

/** A session as a page has it. */
export interface PageSession {
  readonly origin: string;
  readonly key: string;
}

/** Uses a link up for a session, as the page does. @throws when the link was refused */
export async function openSession(link: string): Promise<PageSession> {
  const { origin, hash } = new URL(link);
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? '';
  const key = randomUUID();
  const headers = { origin, 'lapak-key': key, 'lapak-token': token };
  const { status } = await fetch(`${origin}/session`, { method: 'POST', headers });
  if (status !== 204) throw new Error(`the link gave no session: ${status}`);
  return { origin, key };
}

/** Opens a WebSocket as the page of this session does. */
export function openSocket({ origin, key }: PageSession): WebSocket {
  return new WebSocket(`${origin.replace('http', 'ws')}/rpc`, ['lapak', key], { origin });
}

/** Opens a connection to the till as the page does. */
export async function connectPage(link: string): Promise<ConnectedPage> {
  const socket = openSocket(await openSession(link));
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  // ws has the parts of the browser's WebSocket that the link uses; its types differ in the rest.
  const websocket = socket as unknown as globalThis.WebSocket;
  return {
    till: createORPCClient(new RPCLink({ websocket })),
    close: () => {
      socket.close();
      return closed;
    },
  };
}

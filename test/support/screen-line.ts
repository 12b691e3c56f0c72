import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import type { contract } from '../../domain/contract.ts';

/** The line of a screen to the browser shell, without the screen. */
export interface ScreenLine {
  readonly till: ContractRouterClient<typeof contract>;
  close(): Promise<void>;
}

/** Uses a link up for a session, as a browser does. @returns the headers of the session's page */
async function openSession(link: string): Promise<{ cookie: string; origin: string }> {
  const answer = await fetch(link, { redirect: 'manual' });
  const [cookie] = (answer.headers.getSetCookie()[0] ?? '').split(';');
  if (!cookie) throw new Error(`the link gave no session: ${answer.status}`);
  return { cookie, origin: new URL(link).origin };
}

/** Opens a WebSocket to the till as the screen does. */
export async function openScreenLine(link: string): Promise<ScreenLine> {
  const headers = await openSession(link);
  const socket = new WebSocket(`${headers.origin.replace('http', 'ws')}/rpc`, { headers });
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

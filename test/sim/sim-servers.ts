import { randomBytes } from 'node:crypto';
import type { AnyRouter } from '@orpc/server';
import { nothingToWatch } from '../../hub/database/file-watch.ts';
import type { HubDatabase } from '../../hub/database/open-database.ts';
import type { Hub } from '../../hub/hub.ts';
import { hubRouter } from '../../hub/router.ts';
import { openHubLog } from '../../hub/server/log.ts';
import { openHub } from '../../hub/server/open-hub.ts';
import type { HubIdentity } from '../../hub/system/identity.ts';
import type { HubInstance, SimHub } from './sim-hub.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Which simulation the servers of this process work for now. */
interface Stage {
  hub: SimHub | undefined;
  time: VirtualTime | undefined;
}

/** How the two servers of a hub are made. */
export interface ServersOptions {
  readonly router?: AnyRouter;
  /** Each has a secret of its own for its nonces: a planted bug. */
  readonly hasOwnSecrets?: boolean;
}

/**
 * Two servers of one hub, as two of its processes are. They keep nothing of their own, so that one
 * pair serves every simulation of this process, one after the other.
 */
export class SimServers {
  readonly #stage: Stage = { hub: undefined, time: undefined };
  readonly instances: readonly HubInstance[];
  readonly #close: () => Promise<void>;

  private constructor(stage: Stage, instances: readonly HubInstance[], close: () => Promise<void>) {
    this.#stage = stage;
    this.instances = instances;
    this.#close = close;
  }

  static async open(identity: HubIdentity, options: ServersOptions = {}): Promise<SimServers> {
    const stage: Stage = { hub: undefined, time: undefined };
    const { router = hubRouter, hasOwnSecrets = false } = options;
    const secrets = [identity.nonceSecret, hasOwnSecrets ? randomBytes(32) : identity.nonceSecret];
    const servers = await Promise.all(
      secrets.map((nonceSecret) =>
        openHub({ ...hubOn(stage, { ...identity, nonceSecret }), router }),
      ),
    );
    const close = async () => {
      await Promise.all(servers.map((server) => server.close()));
    };
    return new SimServers(stage, servers, close);
  }

  /** From now on they serve this hub, at this time. */
  serve(hub: SimHub, time: VirtualTime): void {
    Object.assign(this.#stage, { hub, time });
  }

  close(): Promise<void> {
    return this.#close();
  }
}

function hubOn(stage: Stage, identity: HubIdentity): Hub {
  const now = (): HubDatabase => {
    if (!stage.hub) throw new Error('no simulation is on');
    return stage.hub.database;
  };
  const database: HubDatabase = {
    kind: 'sqlite',
    get db() {
      return now().db;
    },
    get reports() {
      return now().reports;
    },
    watch: nothingToWatch,
    close: () => Promise.resolve(),
  };
  const clock = () => stage.time?.nowMs ?? 0;
  const log = openHubLog('silent', { write: () => undefined });
  return { database, identity, clock, random: randomBytes, log };
}

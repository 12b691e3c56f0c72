import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { LapakError } from '../../domain/errors.ts';
import {
  type Call,
  defineCommand,
  flag,
  type GivenOptions,
  oneOf,
} from '../../node/cli/command.ts';
import { untilStopped } from '../../node/cli/until-stopped.ts';
import { keepPartitions } from '../database/partitions.ts';
import { ABOVE_RULES, isBelowRules } from '../database/row-security.ts';
import type { Hub } from '../hub.ts';
import { lockFolder } from '../../node/sqlite/lock-folder.ts';
import {
  bundlePage,
  consolePage,
  hubPages,
  isBundleStale,
  kuitansiPage,
  receiptPage,
  type PageBundle,
} from '../../node/page/page-bundle.ts';
import { keepCharging } from '../fees/keep-charging.ts';
import { keepJudging } from '../ingest/judge-held.ts';
import { isAnyLinkUsed } from '../people/link-store.ts';
import { linkTo, makeLink } from '../people/links.ts';
import { openHubLog, logLevels } from '../server/log.ts';
import { type HubServer, openHub } from '../server/open-hub.ts';
import { openSignatureChecker } from '../signatures/signature-checker.ts';
import { openIdentity } from '../system/identity.ts';
import { watchFolder } from '../system/watch-folder.ts';
import { keepAddress, USUAL_PORT } from './hub-address.ts';
import { host, hubName, port, publicUrl } from './options.ts';
import { type CommandHub, isOnSqlite, withHub } from './with-hub.ts';

const projectDir = join(import.meta.dirname, '..', '..');

/** Held by the one process that serves a folder; no other file of a hub is locked as long. */
const LOCK_FILE = 'hub.lock';

const DAY_MS = 86_400_000;

const options = {
  port,
  host,
  'no-open': flag,
  name: hubName,
  'public-url': publicUrl,
  'begin-anew': flag,
  log: oneOf(logLevels),
};

/** Serves tills and the console until a signal comes: then what runs ends, and no more is taken. */
export const serve = defineCommand({
  name: 'serve',
  about: 'hub.about.serve',
  argument: null,
  options,
  run: async (call) => {
    const lock = isOnSqlite() ? lockFolder(call.dataDir, LOCK_FILE) : null;
    try {
      await untilStopped((signal) => serveUntil(signal, call));
    } finally {
      lock?.release();
    }
    return { ok: true, report: null, words: [] };
  },
});

/** @throws LapakError HUB_FILE_LOST once its database is not the one in its folder any more */
function serveUntil(stop: AbortSignal, call: Call<typeof options>): Promise<void> {
  const { dataDir, options: given, speaker, say } = call;
  const isAnew = given['begin-anew'] === true;
  const work = async (parts: CommandHub) => {
    const { name = null, 'public-url': publicUrl = null, log: level = 'info' } = given;
    const identity = await openIdentity(parts.database, { dataDir, name, nowMs: parts.clock() });
    const log = openHubLog(level);
    await bundlePages(call);
    const hub = { ...parts, identity, log };
    await using opened = new AsyncDisposableStack(); // also what a later step finds no use for
    opened.defer(await keepMonths(hub));
    const checker = openSignatureChecker(hub);
    opened.defer(checker.close);
    if (!(await isBelowRules(parts.database))) log.warn(ABOVE_RULES);
    const folder = watchFolder(hub, dataDir);
    opened.defer(folder.close);
    const metricsToken = process.env.LAPAK_METRICS_TOKEN || null;
    const { isWhole } = folder;
    const pages = {
      consoleDir: dirOf(consolePage),
      kuitansiDir: dirOf(kuitansiPage),
      receiptDir: dirOf(receiptPage),
    };
    const server = await openHub({ ...hub, ...pages, publicUrl, isWhole, metricsToken });
    opened.defer(server.close);
    const url = await listen(server, given);
    opened.defer(keepJudging(hub));
    opened.defer(keepCharging(hub));
    keepAddress(dataDir, publicUrl ?? url);
    log.info(`hub ${identity.name} serves at ${url} on ${parts.database.kind}`);
    const link = await firstLink(hub, publicUrl ?? url);
    const report = link === null ? { url } : { url, link };
    const words = [
      speaker.text('hub.serving', { hub: identity.name, url }),
      ...(link === null ? [] : [speaker.text('hub.firstLink', { link })]),
    ];
    await say(report, given['no-open'] ? JSON.stringify(report) : words.join('\n'));
    const { lost } = parts.database.watch;
    await stopped(AbortSignal.any([stop, lost]));
    log.info('stopping');
    lost.throwIfAborted();
  };
  return withHub(dataDir, work, { isAnew });
}

/** Makes the partitions of new months, now and every day. @returns stops it */
async function keepMonths({ database, clock, log }: Hub): Promise<() => void> {
  const keep = () => keepPartitions(database, clock());
  await keep();
  const timer = setInterval(() => void keep().catch(log.error), DAY_MS);
  return () => clearInterval(timer);
}

/** The pages that it serves are bundled first where they are missing or old. */
async function bundlePages({ speaker, progress }: Call<typeof options>): Promise<void> {
  const stale = hubPages.filter((page) => isBundleStale(projectDir, page));
  if (stale.length > 0) progress(speaker.text('hub.bundling'));
  for (const page of stale) await bundlePage(projectDir, page);
}

function dirOf({ outDir }: PageBundle): string {
  return join(projectDir, outDir);
}

/** By which somebody signs in at a hub where nobody ever has; null where somebody has. */
async function firstLink(hub: Hub, url: string): Promise<string | null> {
  if (await isAnyLinkUsed(hub.database.db)) return null;
  return linkTo(url, await makeLink(hub));
}

/** At the port that was asked for; else at the usual one where it is free. */
async function listen(server: HubServer, given: GivenOptions<typeof options>): Promise<string> {
  const { host: at = '127.0.0.1', port: asked = USUAL_PORT } = given;
  try {
    return reachable(await server.listen({ host: at, port: asked }));
  } catch (error) {
    const isTaken = error instanceof LapakError && error.code === 'PORT_IN_USE';
    if (!isTaken || given.port !== undefined) throw error;
    return reachable(await server.listen({ host: at, port: 0 }));
  }
}

/** Who listens everywhere is found at an address of this computer, by its neighbours too. */
function reachable(url: string): string {
  return url.replace(/\/\/(0\.0\.0\.0|\[::\])/, () => `//${ownAddress()}`);
}

function ownAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  const outer = addresses.find(({ family, internal }) => family === 'IPv4' && !internal);
  return outer?.address ?? '127.0.0.1';
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

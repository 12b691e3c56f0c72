import type { ServersOptions } from './sim-servers.ts';
import type { Flaw } from './simulation.ts';
import { flawedHubs } from './hub-flaws.ts';
import { flawedTills, sellsOnline } from './till-flaws.ts';

/** A fault of till or hub, and what the simulation says of it. */
export interface Planted {
  readonly name: string;
  readonly flaw?: Flaw;
  readonly servers?: ServersOptions;
  /** A seed that finds it. */
  readonly seed: number;
  readonly finds: RegExp;
}

/** At least one for each kind of thing that goes wrong. */
export const plantedFlaws: readonly Planted[] = [
  {
    name: 'the hub answers before it commits',
    flaw: { losesCommits: true },
    seed: 24,
    finds: /acknowledged for nothing/,
  },
  {
    name: 'the hub stores a batch that comes again a second time',
    servers: { router: flawedHubs.storedTwice },
    seed: 3,
    finds: /has a record twice/,
  },
  {
    name: 'the hub counts a batch that comes again a second time',
    servers: { router: flawedHubs.countedTwice },
    seed: 18,
    finds: /^totals/,
  },
  {
    name: 'the hub refuses what it has already',
    servers: { router: flawedHubs.refusesKnown },
    seed: 29,
    finds: /has not sent all/,
  },
  {
    name: 'a batch that comes late moves the chain back',
    servers: { router: flawedHubs.movedBack },
    seed: 100,
    finds: /has not sent all/,
  },
  {
    name: 'the hub stores records in the order of their clocks',
    servers: { router: flawedHubs.byClock },
    seed: 10,
    finds: /out of order/,
  },
  {
    name: 'the hub stores half of a batch',
    servers: { router: flawedHubs.halved },
    seed: 1,
    finds: /has not sent all/,
  },
  {
    name: 'a damaged record stops what comes after it',
    servers: { router: flawedHubs.refusesDamaged },
    seed: 9,
    finds: /has not sent all/,
  },
  {
    name: 'a record of a later version stops what comes after it',
    servers: { router: flawedHubs.refusesNewer },
    seed: 4,
    finds: /has not sent all/,
  },
  {
    name: 'a fork takes the place of what was there',
    servers: { router: flawedHubs.overwritten },
    seed: 36,
    finds: /the hub lost/,
  },
  {
    name: 'a fork is refused',
    servers: { router: flawedHubs.refusesForks },
    seed: 36,
    finds: /receipt .* is void/,
  },
  {
    name: 'a hub whose disk was full stays so',
    servers: { router: flawedHubs.latched },
    seed: 10,
    finds: /has not sent all/,
  },
  {
    name: 'two processes of a hub refuse each other’s nonces',
    servers: { hasOwnSecrets: true },
    seed: 1,
    finds: /has not sent all/,
  },
  {
    name: 'a till takes the page of a sign-in for an answer',
    flaw: { meddle: flawedTills.believesPages },
    seed: 18,
    finds: /has not sent all/,
  },
  {
    name: 'a till leaves out what was refused',
    flaw: { meddle: flawedTills.dropsRefused },
    seed: 33,
    finds: /has not sent all/,
  },
  {
    name: 'a till tries once and no more',
    flaw: { meddle: flawedTills.givesUp },
    seed: 1,
    finds: /has not sent all/,
  },
  {
    name: 'a till tries again only when something is written',
    flaw: { meddle: flawedTills.waitsForWrites },
    seed: 1,
    finds: /has not sent all/,
  },
  {
    name: 'a till whose disk was full reports no more',
    flaw: { meddle: flawedTills.stopsWhenFull },
    seed: 10,
    finds: /has not sent all/,
  },
  {
    name: 'a wrong clock stops reporting',
    flaw: { meddle: flawedTills.asksItsClock },
    seed: 1,
    finds: /has not sent all/,
  },
  {
    name: 'a till understands only the hub of its own version',
    flaw: { meddle: flawedTills.knowsAllFields },
    seed: 3,
    finds: /has not sent all/,
  },
  {
    name: 'a till does not notice that the hub forgot',
    flaw: { meddle: flawedTills.neverForgotten },
    seed: 137,
    finds: /the hub has not/,
  },
  {
    name: 'a till that was set back does not notice it',
    flaw: { meddle: flawedTills.neverAhead },
    seed: 31,
    finds: /has not sent all/,
  },
  {
    name: 'a second instance opens the folder of a till',
    flaw: { isUnlocked: true },
    seed: 6,
    finds: /a second instance/,
  },
  {
    name: 'a sale waits for the hub',
    flaw: { beforeSale: sellsOnline },
    seed: 13,
    finds: /a sale waits/,
  },
];

import { type MouseEvent, useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { stepRegister } from '../../../domain/sales/register.ts';
import type { RegisterAct } from '../../../domain/sales/register-acts.ts';
import type {
  ActedBy,
  RegisterEffect,
  RegisterEvent,
} from '../../../domain/sales/register-events.ts';
import { untaxed } from '../../../domain/sales/tax.ts';
import type { Terms } from '../../../domain/sales/terms.ts';
import { openingRegister, type RegisterState } from '../../../domain/sales/register-state.ts';

type Kind = RegisterEffect['kind'];
type EffectOf<K extends Kind> = Extract<RegisterEffect, { readonly kind: K }>;
type Listener = (effect: RegisterEffect) => void;

/** What a till prices by that has not said it yet. */
const noTerms: Terms = {
  cashRoundingRupiah: 100,
  tax: untaxed,
  isPkp: false,
  businessDate: '2026-01-01',
};

/** The register of this page: events in, its state drawn, its effects to whoever does them. */
class RegisterStore {
  #state = openingRegister(noTerms, newId);
  #pointerAtMs = 0;
  /** What is to be said once the screen that says it is there. */
  #untold: RegisterEffect[] = [];
  readonly #watchers = new Set<() => void>();
  readonly #doers = new Map<Kind, Set<Listener>>();

  /** As it is now, also before the screen has been drawn anew. */
  readonly now = (): RegisterState => this.#state;

  /** @returns whether a key was taken: see RegisterStep */
  readonly tell = (event: RegisterEvent): 'no' | 'default' | 'all' => {
    const { state, effects, isTaken } = stepRegister(this.#state, event, newId);
    if (state !== this.#state) {
      this.#state = state;
      for (const watcher of this.#watchers) watcher();
    }
    for (const effect of effects) this.#do(effect);
    return isTaken;
  };

  /** A finger or mouse went down: the moment that a click is judged by. */
  readonly pointerDown = (atMs: number): void => {
    this.#pointerAtMs = atMs;
    this.tell({ kind: 'pointer' });
  };

  /** What a button does when it is touched, or pressed by the keyboard. */
  readonly act = (act: RegisterAct, event: Pick<MouseEvent, 'detail' | 'timeStamp'>): void => {
    const isPointer = event.detail > 0;
    const atMs = isPointer ? this.#pointerAtMs : event.timeStamp;
    this.tell({ kind: 'act', act, atMs, by: isPointer ? 'pointer' : 'keyboard' });
  };

  /** What the keyboard does in a list or field. */
  readonly actBy = (act: RegisterAct, by: ActedBy): void => {
    this.tell({ kind: 'act', act, atMs: performance.now(), by });
  };

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Does the effects of a kind. @returns the act that ends it */
  readonly on = <K extends Kind>(kind: K, doer: (effect: EffectOf<K>) => void): (() => void) => {
    const doers = this.#doers.get(kind) ?? new Set<Listener>();
    this.#doers.set(kind, doers);
    const listener = doer as Listener; // it is told effects of its kind only
    doers.add(listener);
    const untold = this.#untold.filter((effect) => effect.kind === kind);
    this.#untold = this.#untold.filter((effect) => effect.kind !== kind);
    untold.forEach(listener);
    return () => doers.delete(listener);
  };

  #do(effect: RegisterEffect): void {
    const doers = this.#doers.get(effect.kind);
    if (doers?.size) for (const doer of doers) doer(effect);
    else if (isForOneScreen(effect)) this.tell({ kind: 'unheard', code: effect.code });
    else if (effect.kind === 'warn' || effect.kind === 'tell') this.#untold.push(effect);
  }
}

/** A scan that only one screen has a use for. */
function isForOneScreen(effect: RegisterEffect) {
  return (
    effect.kind === 'scannedInCatalog' ||
    effect.kind === 'scannedInSales' ||
    effect.kind === 'scannedReceipt'
  );
}

/** The register of this page. */
export const register = new RegisterStore();

/** A part of the register's state, drawn anew when it changes. */
export function useRegister<T>(select: (state: RegisterState) => T): T {
  return useSyncExternalStore(register.watch, () => select(register.now()));
}

/** Does the effects of a kind while this part is on the screen. */
export function useRegisterEffect<K extends Kind>(
  kind: K,
  doer: (effect: EffectOf<K>) => void,
): void {
  const latest = useEffectEvent(doer);
  useEffect(() => register.on(kind, (effect) => latest(effect)), [kind]);
}

function newId(): string {
  return crypto.randomUUID();
}

import { useSyncExternalStore } from 'react';
import type { Approval } from '../../../domain/staff/approval.ts';
import type { RolePermission } from '../../../domain/permissions.ts';

/** A call that waits for somebody who allows it. */
export interface ApprovalAsked {
  readonly id: number;
  readonly permission: RolePermission;
  /** Makes the call with it. @throws what is wrong with the approval; then another may be right */
  readonly tryWith: (approval: Approval) => Promise<void>;
  /** Nobody allows it. */
  readonly giveUp: () => void;
}

/** What lies over the page and asks or tells the people before it. */
interface Asked {
  /** The oldest first: they are asked one after another. */
  readonly approvals: readonly ApprovalAsked[];
  readonly isWhoSellsOpen: boolean;
  /** Whether the owner is about to get their first PIN. */
  readonly isSetUpOpen: boolean;
  /** A code that was just made, until whoever it was made for says that it is written down. */
  readonly recovery: MadeRecovery | null;
}

/** A recovery code, and the pseudonym of the one person whom it is shown to. */
interface MadeRecovery {
  readonly code: string;
  readonly to: string;
}

let asked: Asked = {
  approvals: [],
  isWhoSellsOpen: false,
  isSetUpOpen: false,
  recovery: null,
};
let approvalsAsked = 0;
let untilSignedIn: ((isSignedIn: boolean) => void)[] = [];
const watchers = new Set<() => void>();

/** What is asked now. */
export function askedNow(): Asked {
  return asked;
}

/** The same, drawn anew as it changes. */
export function useAsked(): Asked {
  return useSyncExternalStore(watch, askedNow);
}

/** Asks for somebody who allows what the person here may not do. */
export function askForApproval(approval: Omit<ApprovalAsked, 'id'>): void {
  approvalsAsked += 1;
  become({ approvals: [...asked.approvals, { ...approval, id: approvalsAsked }] });
}

/** It was allowed, or given up. */
export function endApproval(approval: ApprovalAsked): void {
  become({ approvals: asked.approvals.filter((one) => one !== approval) });
}

/** Asks who sells. */
export function openWhoSells(): void {
  become({ isWhoSellsOpen: true });
}

/** Asks who sells, for a call that needs to know. @returns whether somebody has signed in */
export function askToSignIn(): Promise<boolean> {
  openWhoSells();
  return new Promise((resolve) => untilSignedIn.push(resolve));
}

/** Who sells was answered, or is not to be. */
export function closeWhoSells(isSignedIn: boolean): void {
  become({ isWhoSellsOpen: false });
  const waiting = untilSignedIn;
  untilSignedIn = [];
  for (const tell of waiting) tell(isSignedIn);
}

/** Gives the owner their first PIN, or no more. */
export function openSetUp(isSetUpOpen: boolean): void {
  if (isSetUpOpen) closeWhoSells(false);
  become({ isSetUpOpen });
}

/**
 * Shows a code that was just made, whenever that person is signed in here: nobody can see it again.
 * Null when it is written down.
 */
export function showRecoveryCode(recovery: MadeRecovery | null): void {
  become({ recovery });
}

function become(change: Partial<Asked>): void {
  asked = { ...asked, ...change };
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

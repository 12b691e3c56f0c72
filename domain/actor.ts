import type { Role } from './role.ts';

/** Who acts: comes with each call that writes, never with the open till. */
export interface Actor {
  readonly role: Role;
  /** Pseudonym in the journal; never a name. */
  readonly cashier: string;
}

/** Who acts while nobody has to sign in. */
export const theOwner: Actor = { role: 'owner', cashier: 'kasir-1' };

/** The program itself: it opens a journal, and notices a clock. */
export const theProgram: Actor = { role: 'owner', cashier: 'lapak' };

import { permissionsOf, type RolePermission } from './permissions.ts';

/** Who acts: comes with each call that writes, never with the open till. */
export interface Actor {
  /** Pseudonym in the journal; never a name. */
  readonly cashier: string;
  readonly permissions: ReadonlySet<RolePermission>;
  /** Pseudonym of who allowed this one act with a PIN; null where nobody had to. */
  readonly approver: string | null;
}

/** The pseudonym of the owner whom every stall begins with. */
const FIRST_OWNER = 'kasir-1';

/** Who acts while nobody has to sign in. */
export const theOwner: Actor = {
  cashier: FIRST_OWNER,
  permissions: new Set(permissionsOf('owner')),
  approver: null,
};

/** The program itself: it opens a journal, and notices a clock. */
export const theProgram: Actor = { ...theOwner, cashier: 'lapak' };

/** Who acts, and at which drawer of the till: that of their line. */
export interface AtDrawer {
  readonly actor: Actor;
  /** From 1. */
  readonly drawer: number;
}

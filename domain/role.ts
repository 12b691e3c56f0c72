/** The roles that every stall has; it can make more of its own. */
export const builtinRoles = ['owner', 'supervisor', 'cashier'] as const;
export type BuiltinRole = (typeof builtinRoles)[number];

/** Permissions of a capability, each with the built-in roles that have it. */
export type PermissionTable = Readonly<Record<string, readonly BuiltinRole[]>>;

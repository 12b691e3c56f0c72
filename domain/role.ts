/** Who somebody is to the till. Until people sign in, everybody at it is its owner. */
export type Role = 'owner';

/** Permissions of a capability, each with the roles that have it. */
export type PermissionTable = Readonly<Record<string, readonly Role[]>>;

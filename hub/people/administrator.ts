/** The one administrator of a hub, by a pseudonym. */
export const ADMINISTRATOR = 'pengelola-1';

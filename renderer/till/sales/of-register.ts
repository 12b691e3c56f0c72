/**
 * For what the register itself lays over the page: its keys stay the register's, and Escape is one
 * of them.
 */
export const ofRegister = {
  attributes: { content: { 'data-of-register': true } },
  closeOnEscape: false,
} as const;

/** Whether two values of a form are the same, content by content. */
export function isSameContent(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The names of an object's own fields. */
export function fieldsOf<T extends object>(form: T): (keyof T)[] {
  return Object.keys(form) as (keyof T)[]; // its own keys
}

/** What two have changed in the same: what was changed here stays, the rest is as it is there. */
export function mergeFields<T extends object>(here: T, before: T, there: T): T {
  const typed = fieldsOf(there).filter((field) => !isSameContent(here[field], before[field]));
  return { ...there, ...Object.fromEntries(typed.map((field) => [field, here[field]])) };
}

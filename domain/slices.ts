/** A list in parts of so many at most, in its order: as a call takes them. */
export function slicesOf<T>(list: readonly T[], most: number): T[][] {
  const slices: T[][] = [];
  for (let from = 0; from < list.length; from += most) slices.push(list.slice(from, from + most));
  return slices;
}

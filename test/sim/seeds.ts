/** Half of the seeds that `LAPAK_SIM_SEEDS` asks for: two files run them side by side. */
export function seedsOfHalf(half: 0 | 1): number[] {
  const count = Number(process.env.LAPAK_SIM_SEEDS ?? 200);
  const all = Array.from({ length: count }, (_, at) => at + 1);
  return all.filter((seed) => seed % 2 === half);
}

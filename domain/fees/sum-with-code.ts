/**
 * What a stall is asked to pay so that it is known by its sum: the least that is not below what it
 * owes and ends with its three digits. What is over is an advance, which the next bill takes off.
 * @param owed rupiah; nothing is asked where nothing is owed
 * @param digits 0 for none
 */
export function sumWithCode(owed: number, digits: number): number {
  if (owed <= 0 || digits === 0) return Math.max(0, owed);
  const sum = Math.floor(owed / 1000) * 1000 + digits;
  return sum < owed ? sum + 1000 : sum;
}

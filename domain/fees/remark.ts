/** What a stall writes with a transfer for a month: `TC-A12-2611`. @param period `2026-11` */
export function remarkOf(stall: string, period: string): string {
  return `${stall}-${period.slice(2, 4)}${period.slice(5)}`;
}

import { useQuery } from '@tanstack/react-query';
import type { Rupiah } from '../../../domain/money.ts';
import { useLine } from '../staff/line.ts';
import { tillQuery } from '../till-client.ts';

/**
 * What should be in the drawer of a shift; null until the till has said, where it is not wanted,
 * and for who may not know it.
 */
export function useExpected(shift: number, isWanted: boolean): Rupiah | null {
  const mayKnow = useLine()?.permissions.includes('shift.see-expected') ?? false;
  const isEnabled = isWanted && mayKnow;
  const { data } = useQuery(
    tillQuery.shifts.expected.queryOptions({
      input: { shift },
      enabled: isEnabled,
      refetchOnMount: 'always',
      gcTime: 0,
    }),
  );
  return isEnabled && data ? data.expectedRupiah : null;
}

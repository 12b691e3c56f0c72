import { useQuery } from '@tanstack/react-query';
import type { SmallChange } from '../../../domain/shifts/small-change.ts';
import { tillQuery } from '../till-client.ts';

/** Which coins an open shift will run out of, for who may know it; undefined until it was read. */
export function useSmallChange(shift: number): {
  readonly change: SmallChange | undefined;
  readonly error: unknown;
} {
  const options = tillQuery.shifts.smallChange.queryOptions({ input: { shift } });
  const { data, error } = useQuery({ ...options, refetchOnMount: 'always' });
  return { change: data, error };
}

/** What was read last of a shift that is closed by now. */
export function useSmallChangeRead(shift: number): SmallChange | undefined {
  const options = tillQuery.shifts.smallChange.queryOptions({ input: { shift } });
  return useQuery({ ...options, enabled: false }).data;
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Device } from '../../../domain/enrolment/manage-contract.ts';
import { hub, hubQuery } from '../hub-client.ts';

/** How soon devices are asked for again: somebody stands at a till and waits. ms */
const REFRESH_MS = 5_000;

const listQuery = hubQuery.devices.list.queryOptions({ refetchInterval: REFRESH_MS });

/** Every device, those that wait first, as they enrol. */
export function useDevices() {
  return useQuery(listQuery);
}

/** How many devices wait for approval. */
export function useWaitingDevices(): number {
  const { data } = useDevices();
  return data?.devices.filter(({ state }) => state === 'waiting').length ?? 0;
}

/** What a manager does with devices; what the hub made of it is shown at once. */
export function useDeviceActs() {
  const client = useQueryClient();
  const onSuccess = async (changed: Device): Promise<void> => {
    client.setQueryData(listQuery.queryKey, (before) => {
      if (!before) return before;
      const devices = before.devices.map((one) => (one.device === changed.device ? changed : one));
      return { devices };
    });
    await client.invalidateQueries({ queryKey: listQuery.queryKey });
  };
  return {
    approve: useMutation({
      mutationFn: ({ device }: Device) => hub.devices.approve({ device }),
      onSuccess,
    }),
    revoke: useMutation({
      // What the person was shown is what is meant, whatever has come in since.
      mutationFn: ({ device, newest }: Device) => hub.devices.revoke({ device, through: newest }),
      onSuccess,
    }),
  };
}

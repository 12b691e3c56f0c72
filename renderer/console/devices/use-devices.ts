import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import type { Device } from '../../../domain/enrolment/manage-contract.ts';
import type { DeviceAlarm } from '../../../domain/sync/alarm.ts';
import { every, hub, hubQuery } from '../hub-client.ts';
import type { Route } from '../route.ts';

/** How soon devices are asked for again: somebody stands at a till and waits. ms */
const REFRESH_MS = 5_000;
/** How soon what is checked in the background is asked again. ms */
const CHECKED_MS = 15_000;
/** Between two letters of a search. ms */
const TYPING_MS = 200;

/** The devices that wait for approval, page by page. */
export function useWaiting() {
  return useInfiniteQuery({
    ...hubQuery.devices.list.infiniteOptions({
      input: (cursor: string) => ({ filter: 'waiting', cursor }),
      initialPageParam: '',
      getNextPageParam: ({ nextCursor }) => (nextCursor === '' ? undefined : nextCursor),
    }),
    refetchInterval: every(REFRESH_MS),
  });
}

/** How many devices wait for approval, and how many have an alarm. */
export function useDeviceCounts(): { readonly waiting: number; readonly alarmed: number } {
  return useWaiting().data?.pages[0] ?? { waiting: 0, alarmed: 0 };
}

/** The devices of one stall, as they enrol. */
export function useDevicesOf(stall: string) {
  const { data } = useQuery({
    ...hubQuery.devices.list.queryOptions({ input: { text: stall } }),
    refetchInterval: every(REFRESH_MS),
  });
  return data?.devices.filter((device) => device.stall.code === stall);
}

/** Those that do not wait, page by page. */
export function useEnrolled({ text, filter }: Extract<Route, { page: 'devices' }>) {
  const [typed] = useDebouncedValue(text, TYPING_MS);
  return useInfiniteQuery({
    ...hubQuery.devices.list.infiniteOptions({
      input: (cursor: string) => ({ text: typed, filter: filter ?? 'enrolled', cursor }),
      initialPageParam: '',
      getNextPageParam: ({ nextCursor }) => (nextCursor === '' ? undefined : nextCursor),
    }),
    placeholderData: keepPreviousData,
    refetchInterval: every(REFRESH_MS),
  });
}

/** How far the signatures of all records are checked. */
export function useChecked() {
  return useQuery({
    ...hubQuery.devices.signatures.queryOptions(),
    refetchInterval: every(CHECKED_MS),
  });
}

/** An alarm, and what a person says about it. */
interface Settling {
  readonly device: Device;
  readonly alarm: DeviceAlarm['kind'];
  readonly note: string;
}

/** What a manager does with devices; lists and reports are asked for anew behind each. */
export function useDeviceActs() {
  const client = useQueryClient();
  const onSuccess = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: hubQuery.reports.key() });
    await client.invalidateQueries({ queryKey: hubQuery.devices.key() });
  };
  return {
    approve: useMutation({
      mutationFn: ({ device }: Device) => hub.devices.approve({ device }),
      onSuccess,
    }),
    revoke: useMutation({
      // What the hub has by then counts: the page knows of what came a moment ago only.
      mutationFn: ({ device }: Device) => hub.devices.revoke({ device, through: null }),
      onSuccess,
    }),
    countOn: useMutation({
      mutationFn: ({ device, newest }: Device) => hub.devices.revoke({ device, through: newest }),
      onSuccess,
    }),
    settle: useMutation({
      mutationFn: ({ device: { device }, alarm, note }: Settling) =>
        hub.devices.settle({ device, alarm, note }),
      onSuccess,
    }),
  };
}

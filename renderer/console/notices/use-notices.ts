import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { TEMPLATE_CHARACTERS_MAX } from '../../../domain/down/item.ts';
import { LapakError } from '../../../domain/errors.ts';
import { readText } from '../../ui/read-text.ts';
import { againAfter, every, hub, hubQuery } from '../hub-client.ts';

/** How soon what became of a request is asked again. ms */
const REFRESH_MS = 10_000;
/** How soon it is asked who fetched what: tills look every few minutes, and all are counted. ms */
const COUNT_MS = 30_000;

/** Of a file of text. */
const CHARACTER_BYTES_MAX = 4;

/** What was told or asked, page by page. */
export function useNotices() {
  return useInfiniteQuery({
    ...hubQuery.notices.list.infiniteOptions({
      input: (cursor: string) => ({ cursor }),
      initialPageParam: '',
      getNextPageParam: ({ nextCursor }) => (nextCursor === '' ? undefined : nextCursor),
    }),
    refetchInterval: every(COUNT_MS),
  });
}

/** The regions and malls that something can be told to. */
export function usePlaces() {
  return useQuery(hubQuery.notices.places.queryOptions());
}

/** What became of a request for the details of a record; asked for until they are there. */
export function useRequestOf(stall: string, leaf: string) {
  return useQuery({
    ...hubQuery.notices.requestOf.queryOptions({ input: { stall, leaf } }),
    refetchInterval: ({ state: { data, error } }) =>
      againAfter(error, data?.notice?.request?.state === 'taken' ? false : REFRESH_MS),
    refetchOnMount: 'always', // once the details are there, what was read before is old
  });
}

/** What a till would make of a template's file, with the text of it that was read. */
export function useCheckedTemplate() {
  return useMutation({
    mutationFn: async (file: File) => {
      const csv = await readTemplate(file);
      return { csv, check: await hub.notices.checkTemplate({ csv }) };
    },
  });
}

/** @throws LapakError TEMPLATE_TOO_LONG, FILE_UNREADABLE */
async function readTemplate(file: File): Promise<string> {
  const maxCharacters = TEMPLATE_CHARACTERS_MAX;
  const csv = file.size > CHARACTER_BYTES_MAX * maxCharacters ? null : await readText(file);
  if (csv === null || csv.length > maxCharacters) {
    throw new LapakError('TEMPLATE_TOO_LONG', { maxCharacters });
  }
  return csv;
}

/** What a manager tells and asks; the lists are asked for anew behind each. */
export function useNoticeActs() {
  const client = useQueryClient();
  const onSuccess = (): Promise<void> =>
    client.invalidateQueries({ queryKey: hubQuery.notices.key() });
  return {
    announce: useMutation(hubQuery.notices.announce.mutationOptions({ onSuccess })),
    publish: useMutation(hubQuery.notices.publish.mutationOptions({ onSuccess })),
    askBody: useMutation(hubQuery.notices.askBody.mutationOptions({ onSuccess })),
    withdraw: useMutation(hubQuery.notices.withdraw.mutationOptions({ onSuccess })),
  };
}

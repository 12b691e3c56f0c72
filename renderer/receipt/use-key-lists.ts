import { useEffect, useState } from 'react';
import { readKeyLists } from '../../domain/journal/check-receipt.ts';
import type { SignedKeyList } from '../../domain/down/item.ts';

/**
 * The keys of the tills, as the hub tells them now, or as this browser kept them; null where they
 * could not be had, undefined until that is known.
 */
export function useKeyLists(): readonly SignedKeyList[] | null | undefined {
  const [lists, setLists] = useState<readonly SignedKeyList[] | null>();
  useEffect(() => {
    const asked = new AbortController();
    void fetch('keys.json', { signal: asked.signal })
      .then(async (answer) => (answer.ok ? readKeyLists(await answer.json()) : null))
      .catch(() => null)
      .then((told) => {
        if (!asked.signal.aborted) setLists(told);
      });
    return () => asked.abort();
  }, []);
  return lists;
}

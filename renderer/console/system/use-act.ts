import { useMutation, type UseMutationOptions } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/**
 * A mutation of which one runs at a time: the second of a double tap, which comes before the page
 * shows what came of the first, does nothing.
 */
export function useAct<Data, Given>(options: UseMutationOptions<Data, Error, Given>) {
  const act = useMutation(options);
  const isRunning = useRef(false);
  const { isPending, submittedAt, error } = act;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each run ends by itself
  useEffect(() => {
    isRunning.current = isPending;
  }, [isPending, submittedAt, error]);
  const mutate: typeof act.mutate = (...given) => {
    if (isRunning.current) return;
    isRunning.current = true;
    act.mutate(...given);
  };
  return { ...act, mutate };
}

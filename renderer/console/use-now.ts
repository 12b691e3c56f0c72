import { useEffect, useState } from 'react';

/** What time it is, at most so many ms old; for words such as `5 menit yang lalu`. UTC ms */
export function useNow(everyMs: number): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return nowMs;
}

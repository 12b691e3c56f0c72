import { agoWords } from '../../../domain/console/moment.ts';
import { MINUTE_MS, zonedStamp, zones } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import { useNow } from '../use-now.ts';

/** How long ago something was, and when exactly. */
export function Ago({ atMs }: { readonly atMs: number }) {
  const say = useText();
  const nowMs = useNow(MINUTE_MS / 2);
  const exact = zonedStamp(atMs, zones.WIB);
  return (
    <time dateTime={new Date(atMs).toISOString()} title={exact}>
      {agoWords(atMs, nowMs, say.language)}
    </time>
  );
}

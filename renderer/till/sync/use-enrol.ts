import { safe } from '@orpc/client';
import { useRef, useState } from 'react';
import type { Invitation } from '../../../domain/enrolment/invitation.ts';
import { useNotices, type Words } from '../../ui/Notice.tsx';
import { till } from '../till-client.ts';
import { draftOf, type EnrolDraft, faultsOf, settled, typedInto } from './enrol-draft.ts';
import { keepScanned } from './scanned-invitation.ts';

type Field = keyof EnrolDraft;
type Faults = { readonly [K in Field]?: Words };

/** Enrolling a till, as its form draws it. */
interface Enrolling {
  readonly draft: EnrolDraft;
  readonly faults: Faults;
  readonly isSending: boolean;
  /** Name of the key of the hub that answered, while nobody has compared it: `9V3C-5TGA-2KQM`. */
  readonly keyToCompare: string | null;
  change(field: Field, typed: string, isPasted: boolean): void;
  /** Nothing more comes into a field. */
  settle(): void;
  enrol(): void;
  /** A person says whether it is the hub's key. */
  compared(isSame: boolean): void;
}

/** What is typed to enrol this till, and what came of it. @param onDone once it is enrolled */
export function useEnrol(scanned: Invitation | null, onDone: () => void): Enrolling {
  const notices = useNotices();
  const [draft, setDraft] = useState(scanned ? draftOf(scanned) : { hub: '', code: '' });
  const [faults, setFaults] = useState<Faults>({});
  const [isSending, setIsSending] = useState(false);
  const [keyToCompare, setKeyToCompare] = useState<string | null>(null);
  // An Enter comes in the same moment as the last letter of a scan, before it is drawn.
  const latest = useRef(draft);
  const keep = (next: EnrolDraft): void => {
    latest.current = next;
    setDraft(next);
  };
  const send = async (sent: EnrolDraft): Promise<void> => {
    const { error, data, isDefined } = await safe(till.sync.enrol(sent));
    if (!error) {
      const stall = data.state === 'alone' ? '' : data.stall.code;
      notices.done((say) => say.text('sync.enrolDone', { stall }));
      keepScanned(null);
      return onDone();
    }
    if (!isDefined) return notices.failed(error);
    if (error.code === 'HUB_KEY_UNCHECKED') return setKeyToCompare(error.data.key);
    if (error.code === 'HUB_OTHERWISE') {
      const { hub } = error.data;
      const put = { ...sent, hub };
      keep(put);
      // Who typed neither http nor https has asked for neither.
      if (!sent.hub.includes('://')) return send(put);
      return setFaults({ hub: (say) => say.text('sync.hubPut', { hub }) });
    }
    const field = error.code === 'ENROLMENT_CODE_WRONG' ? 'code' : 'hub';
    const words: Words = (say) => say.failure(error);
    setFaults({ [field]: words });
  };
  const enrol = (asked: EnrolDraft): void => {
    if (isSending) return;
    const sent = settled(asked);
    keep(sent);
    const found = faultsOf(sent);
    setFaults(wordsOf(found));
    if (found.hub || found.code) return;
    setIsSending(true);
    void send(sent).finally(() => setIsSending(false));
  };
  return {
    draft,
    faults,
    isSending,
    keyToCompare,
    change: (field, typed, isPasted) => {
      setFaults({});
      keep(typedInto(field, { draft: latest.current, typed, isPasted }));
    },
    settle: () => keep(settled(latest.current)),
    enrol: () => enrol(latest.current),
    compared: (isSame) => {
      setKeyToCompare(null);
      const { hub, code } = latest.current;
      if (isSame) enrol({ hub, code: `${code}-${keyToCompare}` });
      else setFaults({ hub: (say) => say.text('sync.keyOtherSaid') }); // until it is another
    },
  };
}

function wordsOf({ hub, code }: ReturnType<typeof faultsOf>): Faults {
  return {
    ...(hub && { hub: (say) => say.text(hub) }),
    ...(code && { code: (say) => say.text(code) }),
  };
}

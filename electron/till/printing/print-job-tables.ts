import type { Generated } from 'kysely';
import type { PrintReason, QueuedJob } from '../../../domain/printing/printer.ts';

export interface PrintJobTable {
  id: Generated<number>;
  /** Position of the journal record of a receipt or a Z; null of a test page. */
  record: number | null;
  /** 1 when its next paper is marked SALINAN: asked for as a copy, or perhaps printed before. */
  is_copy: number;
  /** 1 when a person asked for it: a reprint, a test page. */
  is_asked: number;
  state: QueuedJob['state'] | 'printed' | 'dropped';
  /** How often bytes of it were handed to a printer. */
  tries: number;
  /** Why it is held or not sure. */
  reason: PrintReason | null;
  created_at_ms: number;
  /** When it left the queue; null while it is in it. */
  settled_at_ms: number | null;
}

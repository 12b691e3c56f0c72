import { Audience } from '../../domain/down/addressee.ts';

/** An audience as the database has it: `*`, `mall/TC`, `stall/TC-A12`, `device/3fa8…`. */
export function audienceOf(to: Audience): string {
  return to.kind === 'everybody' ? '*' : `${to.kind}/${to.of}`;
}

/** Whom an item is for, as it was kept. */
export function parseAudience(kept: string): Audience {
  const [kind, of] = kept.split('/');
  return Audience.parse(kept === '*' ? { kind: 'everybody' } : { kind, of });
}

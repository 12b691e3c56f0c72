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

/** Every audience that a till of this stall belongs to. */
export function audiencesOf(of: {
  readonly region: string;
  readonly mall: string;
  readonly stall: string;
  readonly device: string;
}): string[] {
  const narrow = (['region', 'mall', 'stall', 'device'] as const).map((kind) => {
    return audienceOf({ kind, of: of[kind] });
  });
  return [audienceOf({ kind: 'everybody' }), ...narrow];
}

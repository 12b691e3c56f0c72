/** Whom an item is for. */
export type Addressee =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'mall' | 'stall' | 'device'; readonly of: string };

/** An addressee as the database has it: `*`, `mall/TC`, `stall/TC-A12`, `device/3fa8…`. */
export function audienceOf(to: Addressee): string {
  return to.kind === 'everybody' ? '*' : `${to.kind}/${to.of}`;
}

/** Every audience that a till of this stall belongs to. */
export function audiencesOf(of: {
  readonly mall: string;
  readonly stall: string;
  readonly device: string;
}): string[] {
  const narrow = (['mall', 'stall', 'device'] as const).map((kind) => {
    return audienceOf({ kind, of: of[kind] });
  });
  return [audienceOf({ kind: 'everybody' }), ...narrow];
}

import type { Say } from '../../ui/use-text.ts';

const known = [
  'FEE_MATTER_UNKNOWN',
  'FEE_MATTER_DONE',
  'DISPUTE_OPEN',
  'PHOTO_WRONG',
  'INPUT_INVALID',
] as const;

/** Why the hub does not take what was told. @param code that it refuses it with */
export function refusalWords(code: string, say: Say): string {
  const one = known.find((each) => each === code);
  return one ? say.text(`fees.refusal.${one}`) : code;
}

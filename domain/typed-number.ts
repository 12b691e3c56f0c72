/**
 * A number as it is typed, with a decimal comma: a point, as number pads have it, is one too where
 * it cannot part thousands. `1.5`, `.5` and `0.125` have decimals, `1.500` is left as it is.
 */
export function withDecimalComma(typed: string): string {
  const text = typed.trim();
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(text)) return text;
  const [, whole, decimals] = /^(\d*)[.,](\d+)$/.exec(text) ?? [];
  return decimals === undefined ? text : `${whole || '0'},${decimals}`;
}

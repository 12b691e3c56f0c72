import { encode } from 'uqr';

/** A QR code as squares: how many on a side, and the dark ones as the path of an SVG. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

/**
 * The QR code of a text; it can still be read where a seventh of it is worn off. Without the white
 * border of four squares that has to be around it.
 */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const rows = data.map((row, y) => {
    const runs = row.map((isDark) => (isDark ? '1' : '0')).join('');
    return Array.from(runs.matchAll(/1+/g), ({ 0: run, index: x }) => {
      return `M${x} ${y}h${run.length}v1h-${run.length}z`;
    }).join('');
  });
  return { size, path: rows.join('') };
}

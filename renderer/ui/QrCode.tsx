import styles from './QrCode.module.css';
import { qrPath } from './qr-path.ts';

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
  /** White around it, in its own squares. */
  readonly quiet?: number;
}

/** A text for a scanner: dark on white in both colour schemes, as scanners want it. */
export function QrCode({ text, label, quiet = 2 }: QrCodeProps) {
  const { size, path } = qrPath(text);
  const side = size + 2 * quiet;
  return (
    <svg
      className={styles.qr}
      role="img"
      aria-label={label}
      viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
    >
      <path d={path} />
    </svg>
  );
}

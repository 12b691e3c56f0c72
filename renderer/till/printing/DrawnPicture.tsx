import { useEffect, useRef } from 'react';
import { type PaperPicture, readPicture } from '../../../domain/printing/picture.ts';
import { type Columns, paperDots } from '../../../domain/printing/printer.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './DrawnPicture.module.css';

interface DrawnPictureProps {
  readonly picture: PaperPicture;
  /** Of the paper: as much of it as the picture is wide on the real one. */
  readonly columns: Columns;
}

/** A picture on paper, dot for dot: each is at least one pixel of its own. */
export function DrawnPicture({ picture, columns }: DrawnPictureProps) {
  const say = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context) draw(context, picture);
  }, [picture]);
  const { widthDots, heightDots } = picture;
  return (
    <canvas
      ref={canvas}
      className={styles.picture}
      role="img"
      aria-label={say.text('printing.picture')}
      width={widthDots}
      height={heightDots}
      style={{ width: `${(widthDots / paperDots[columns]) * 100}%` }}
    />
  );
}

function draw(context: CanvasRenderingContext2D, picture: PaperPicture): void {
  const { widthDots, heightDots } = picture;
  const isBlack = readPicture(picture);
  const image = context.createImageData(widthDots, heightDots);
  for (let at = 0; at < widthDots * heightDots; at += 1) {
    const grey = isBlack(at % widthDots, Math.floor(at / widthDots)) ? 0 : 255;
    image.data.set([grey, grey, grey, 255 - grey], at * 4); // white is the paper itself
  }
  context.putImageData(image, 0, 0);
}

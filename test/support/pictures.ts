/** A PNG of one pixel. */
export const aPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9Q' +
    'DwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What begins as a JPEG does, of so many bytes. */
export function aJpeg(bytes: number): Buffer {
  const picture = Buffer.alloc(bytes, 7);
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]).copy(picture);
  return picture;
}

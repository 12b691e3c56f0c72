import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'vectors');

/** Why a test that needs the public test vectors is skipped. */
export const NO_VECTORS = 'the public test vectors are not beside the project';

/** Whether this file or folder of public test vectors is beside the project. */
export function hasVectors(name: string): boolean {
  return existsSync(join(folder, name));
}

/** The text of a file of public test vectors. */
export function readVectors(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

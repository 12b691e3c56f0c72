import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { LapakError } from '../../../domain/errors.ts';
import {
  readPrivateFile,
  removeFile,
  renameFile,
  syncFolderOf,
  writeNewFile,
} from '../../../node/private-file.ts';

/** The pepper's file in the data folder: in hex, for its owner only. */
export const PEPPER_FILE = 'pin-pepper';
const PEPPER_BYTES = 32;
const PepperText = /^[0-9a-f]{64}\n?$/;

/**
 * The pepper of the PINs in the book: who has the book alone cannot try PINs.
 * @param known the hash that the book knows it by; null before the first PIN: it is made by need
 * @throws LapakError PEPPER_MISSING when the file is gone, or is of another book; FILE_FOREIGN
 */
export function readPepper(dataDir: string, known: Buffer | null): Buffer {
  const found = findPepper(dataDir);
  if (known === null) return found ?? makePepper(dataDir);
  if (found && isKnown(found, known)) return found;
  throw new LapakError('PEPPER_MISSING', { file: PEPPER_FILE });
}

/** Whether PINs of the book can be checked. */
export function isPepperThere(dataDir: string, known: Buffer | null): boolean {
  const found = findPepper(dataDir);
  return known === null || (found !== undefined && isKnown(found, known));
}

function isKnown(found: Buffer, known: Buffer): boolean {
  return timingSafeEqual(hashOfSecret(found), known);
}

/** Makes a new pepper, on disk before this returns, in place of whatever there is. */
export function makePepper(dataDir: string): Buffer {
  const pepper = randomBytes(PEPPER_BYTES);
  const file = join(dataDir, PEPPER_FILE);
  removeFile(`${file}.begun`);
  writeNewFile(`${file}.begun`, `${pepper.toString('hex')}\n`);
  renameFile(`${file}.begun`, file);
  syncFolderOf(file);
  return pepper;
}

/** SHA-256 of a secret that nobody can guess: the book may have it. */
export function hashOfSecret(secret: Buffer | string): Buffer {
  return hash('sha256', secret, 'buffer');
}

function findPepper(dataDir: string): Buffer | undefined {
  const text = readPrivateFile(join(dataDir, PEPPER_FILE))?.toString('latin1') ?? '';
  return PepperText.test(text) ? Buffer.from(text.trim(), 'hex') : undefined;
}

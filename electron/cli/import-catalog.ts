import { basename } from 'node:path';
import { type ImportReport, IMPORT_CHARACTERS_MAX } from '../../domain/catalog/contract.ts';
import type { Speaker, TextKey } from '../../domain/text.ts';
import { importCatalog as importProducts } from '../till/catalog/procedures.ts';
import type { Command } from './command.ts';
import { readTextFile } from './read-text-file.ts';
import { rejectedWords } from './rejected-words.ts';
import { withTill } from './with-till.ts';

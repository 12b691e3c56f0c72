import { z } from 'zod';
import { hubCall, pickHubErrors } from '../sync/hub-call.ts';
import { Hash } from '../sync/place.ts';
import { decimalMarks } from '../tables/read-number.ts';
import { organisationKinds } from './rows.ts';

/** Longest file that a page sends; a larger one goes by the command line. Bytes. */
export const ORGANISATION_BYTES_MAX = 3_000_000;
/** Most rows of a report that are told one by one. */
export const REPORTED_ROWS_MAX = 200;

const Kind = z.enum(organisationKinds);

/** What an import of a file would do, or did. rows = added + updated + unchanged + rejectedRows. */
export const OrganisationReport = z.strictObject({
  file: z.string(),
  kind: Kind,
  rows: z.int(),
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejectedRows: z.int(),
  /** The first rows that are added or updated. */
  changes: z
    .array(
      z.strictObject({
        /** Line of the file; 1 is the first. */
        row: z.int(),
        key: z.string(),
        becomes: z.enum(['added', 'updated']),
        changes: z.array(z.strictObject({ column: z.string(), old: z.string(), new: z.string() })),
      }),
    )
    .max(REPORTED_ROWS_MAX),
  /** The first cells that keep their rows out. */
  rejected: z
    .array(z.strictObject({ row: z.int(), column: z.string(), sentence: z.string() }))
    .max(REPORTED_ROWS_MAX),
  /** The rejected rows as a CSV file with their reasons; empty for none. */
  rejectedFile: z.string(),
  /** Titles of the file that mean nothing here. */
  unknownColumns: z.array(z.string()),
  /** Of all that it changes and rejects: `apply` sends it back. */
  digest: Hash,
});
export type OrganisationReport = z.output<typeof OrganisationReport>;

export const organisationContract = {
  /** Takes a file in: every good row of it in one transaction, or tells what that would do. */
  import: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/organisation/imports',
      tags: ['organisation'],
      summary: 'Imports a CSV file of the organisation, or tells what that would do',
    })
    .input(
      z.strictObject({
        file: z.string().max(255),
        content: z.string().max(ORGANISATION_BYTES_MAX),
        /** `dry-run` writes nothing. */
        mode: z.enum(['dry-run', 'apply']),
        /** `apply`: the digest that its dry run answered; null compares nothing. */
        seen: Hash.nullable().default(null),
        /** The decimal mark of columns that prove none. */
        decimal: z.enum(decimalMarks).nullable(),
        /** Of the reasons. */
        language: z.enum(['id', 'en']),
      }),
    )
    .errors(
      pickHubErrors(
        'CSV_BROKEN',
        'CSV_EMPTY',
        'CSV_COLUMN_MISSING',
        'CSV_COLUMN_TWICE',
        'NUMBER_STYLE_DOUBTFUL',
        'ORGANISATION_KIND_UNKNOWN',
        'ORGANISATION_HEADER_BELOW',
        'ORGANISATION_CHANGED',
        'BATCH_TOO_LARGE',
      ),
    )
    .output(OrganisationReport),

  /** All rows of a kind as a CSV file, which changes nothing when it is imported. */
  export: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/organisation/{kind}',
      tags: ['organisation'],
      summary: 'All rows of one kind as a CSV file',
    })
    .input(z.strictObject({ kind: Kind }))
    .output(z.strictObject({ content: z.string() })),
};

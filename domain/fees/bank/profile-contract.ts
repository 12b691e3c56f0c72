import { z } from 'zod';
import { storable } from '../../line-of-text.ts';
import { hubCall, pickHubErrors } from '../../sync/hub-call.ts';
import { BusinessDate } from '../../time.ts';
import { ProfileTrial } from './import-report.ts';
import { encodings, separators } from './profile.ts';
import { Layout, LOOKED_CHARACTERS, LOOKED_COLUMNS, LOOKED_LINES } from './teach/layout.ts';
import { UploadedFile, wrongFile } from './uploaded-file.ts';

/** How a profile is listed. */
export const ListedProfile = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['statement', 'settlement']),
  /** Saved here; else it comes with Lapak. */
  isOwn: z.boolean(),
});
export type ListedProfile = z.output<typeof ListedProfile>;

/** A file as it was looked at. */
export const LookedFile = z.strictObject({
  /** How its text is written; null of a sheet. */
  encoding: z.enum(encodings).exclude(['auto']).nullable(),
  /** What parts its cells; null of a sheet. */
  separator: z.enum(separators).nullable(),
  /** The first lines; a formula is null. */
  lines: z
    .array(
      z.strictObject({
        row: z.int(),
        cells: z
          .array(z.union([z.string().max(LOOKED_CHARACTERS), z.number(), z.null()]))
          .max(LOOKED_COLUMNS),
      }),
    )
    .max(LOOKED_LINES),
  guess: Layout,
});
export type LookedFile = z.output<typeof LookedFile>;

/** What files of banks are read by, and how a new one is taught. */
export const profileCalls = {
  /** What the file of a bank is read by. */
  profiles: hubCall('administrator')
    .route({ method: 'GET', path: '/bank/profiles', tags: ['bank'], summary: 'Profiles of files' })
    .input(z.strictObject({}))
    .output(z.strictObject({ profiles: z.array(ListedProfile) })),

  /** A profile as data, to be adapted. */
  profile: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/bank/profiles/{profile}',
      tags: ['bank'],
      summary: 'A profile as data',
    })
    .input(z.strictObject({ profile: z.string().max(40) }))
    .errors(pickHubErrors('BANK_PROFILE_UNKNOWN'))
    .output(z.strictObject({ content: z.string() })),

  /** Saves a profile of the hub's own; those that come with Lapak stay as they are. */
  saveProfile: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/bank/profiles',
      tags: ['bank'],
      summary: 'Saves a profile of files',
    })
    .input(z.strictObject({ content: z.string().max(20_000) }))
    .errors(pickHubErrors('BANK_PROFILE_WRONG'))
    .output(ListedProfile),

  /** Forgets a profile of the hub's own, by which no account is read. */
  forgetProfile: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/bank/profiles/{profile}/forgotten',
      tags: ['bank'],
      summary: 'Forgets a profile of files',
    })
    .input(z.strictObject({ profile: storable(40) }))
    .errors(pickHubErrors('BANK_PROFILE_UNKNOWN', 'BANK_PROFILE_USED'))
    .output(z.strictObject({})),

  /** Shows the first lines of a file as a table, and how it seems to be read. Nothing is kept. */
  look: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/bank/profiles/looks',
      tags: ['bank'],
      summary: 'Shows the first lines of a file and what its columns may be',
    })
    .input(
      z.strictObject({
        ...UploadedFile,
        encoding: z.enum(encodings).default('auto'),
        separator: z.enum(['auto', ...separators]).default('auto'),
      }),
    )
    .errors(pickHubErrors(...wrongFile, 'STATEMENT_FORMAT_KNOWN'))
    .output(LookedFile),

  /** Reads a file by a profile that is not saved yet: what its first rows become. */
  tryProfile: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/bank/profiles/trials',
      tags: ['bank'],
      summary: 'Reads a file by a profile',
    })
    .input(
      z.strictObject({
        profile: z.string().max(20_000),
        ...UploadedFile,
        endsOn: BusinessDate.nullable().default(null),
        language: z.enum(['id', 'en']),
      }),
    )
    .errors(pickHubErrors(...wrongFile, 'BANK_PROFILE_WRONG'))
    .output(ProfileTrial),
};

import type { SeasonBank } from './people.ts';

/** A way into an account, as its bank describes it. */
interface Way {
  readonly hasName: boolean;
  readonly hasNote: boolean;
  said(of: Described): string;
}

interface Described {
  readonly amount: number;
  readonly on: string;
  readonly name: string;
  readonly note: string;
  readonly serial: number;
}

const dayMonth = (on: string) => `${on.slice(8)}${on.slice(5, 7)}`;

/** How money comes in, by bank. */
export const ways: Readonly<Record<SeasonBank, readonly Way[]>> = {
  bca: [
    {
      hasName: true,
      hasNote: true,
      said: ({ amount, on, name, note, serial }) =>
        `TRSF E-BANKING CR ${dayMonth(on)}/FTSCY/WS${serial}  ` +
        `${amount}.00${note}   ${name.slice(0, 18)}`,
    },
    {
      hasName: true,
      hasNote: true,
      said: ({ name, note }) => `BI-FAST CR BIF TRANSFER DR 008 ${name} ${note}`,
    },
    { hasName: true, hasNote: false, said: ({ name }) => `SWITCHING CR TRANSFER DR 002 ${name}` },
    { hasName: false, hasNote: true, said: ({ note }) => `KR OTOMATIS LLG-MANDIRI ${note}` },
    {
      hasName: true,
      hasNote: true,
      said: ({ on, name, note, serial }) =>
        `TRSF E-BANKING CR ${dayMonth(on)}/FTFVA/WS${serial} ${note} ${name}`,
    },
  ],
  bri: [
    {
      hasName: true,
      hasNote: true,
      said: ({ name, note }) => `NBMB ${name} TO KOPERASI CONTOH ${note}`,
    },
    {
      hasName: true,
      hasNote: true,
      said: ({ name, note, serial }) => `BFST${serial}0012 ${name}:BMRIIDJA ${note}`,
    },
    {
      hasName: false,
      hasNote: true,
      said: ({ note, serial }) => `ATMSTRPRM ${serial} 5221 ${note}`,
    },
    {
      hasName: true,
      hasNote: true,
      said: ({ name, note }) => `TRANSFER DARI ${name} UNTUK ${note}`,
    },
    { hasName: false, hasNote: false, said: ({ serial }) => `SETORAN TUNAI TELLER ${serial}` },
  ],
};

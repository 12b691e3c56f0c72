import { randomUUID } from 'node:crypto';
import { bcaFile } from './bank-office.ts';

/** What an administrator is answered by each call beside the money; of what is not there: 404. */
export const mattersAnswered: Readonly<Record<string, string>> = {
  'matters.listDue': '200',
  'matters.listNotices': '200',
  'matters.issueNotices': '200',
  'matters.readNotice': '404 FEE_MATTER_UNKNOWN',
  'matters.deliverNotice': '404 FEE_MATTER_UNKNOWN',
  'matters.listDisputes': '200',
  'matters.settleDispute': '404 FEE_MATTER_UNKNOWN',
  'matters.offerCredit': '404 FEE_MATTER_UNKNOWN',
  'matters.creditDispute': '404 FEE_MATTER_UNKNOWN',
  'matters.listClosures': '200',
  'matters.stampClosure': '200',
  'matters.endClosure': '404 FEE_MATTER_UNKNOWN',
  'matters.offerRelief': '404 FEE_MATTER_UNKNOWN',
  'matters.grantRelief': '404 FEE_MATTER_UNKNOWN',
  'matters.listMessages': '200',
  'matters.settleClaim': '404 FEE_MATTER_UNKNOWN',
  'matters.bookClaim': '404 FEE_MATTER_UNKNOWN',
  'matters.readPhoto': '404 FEE_MATTER_UNKNOWN',
  'matters.listSeen': '404 FEE_MATTER_UNKNOWN',
  'matters.listMonths': '200',
  'matters.checkMonth': '200',
  'matters.closeMonth': '200',
  'matters.reopenMonth': '409 MONTH_OPEN',
  'matters.readJournal': '200',
  'matters.sumJournal': '200',
  'matters.exportJournal': '200',
  'matters.listDrawers': '200',
  'matters.countDrawer': '404 FEE_ACCOUNT_UNKNOWN',
  'matters.bankCash': '404 FEE_ACCOUNT_UNKNOWN',
};

/** What each of them asks for beside its path. */
export const queriesOfMatters: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'listDue',
      'listNotices',
      'listDisputes',
      'listMessages',
      'listMonths',
      'checkMonth',
      'readJournal',
      'sumJournal',
      'exportJournal',
      'listDrawers',
    ].map((name) => [`matters.${name}`, '?mall=TC']),
  ),
  'matters.listClosures': '?mall=TC&month=2026-11',
};

/** What is said of fees beside the money: of letters and others that are not there. */
export function bodiesOfMatters(): Record<string, object> {
  const id = randomUUID();
  const [mall, note] = ['TC', 'Sudah diperiksa'];
  const stalls = [{ id, stall: 'TC-A12' }];
  const days = { from: '2026-11-03', to: '2026-11-04' };
  const claim = { kind: 'claim', amount: 1_000_017, how: 'bank', on: '2026-11-28', reference: '' };
  return {
    'feeMessages.send': { id, said: claim, photo: null },
    'matters.issueNotices': { mall, stalls },
    'matters.deliverNotice': { id, how: 'hand', on: '2026-11-28', note, photo: null },
    'matters.settleDispute': { id, outcome: 'upheld', note },
    'matters.creditDispute': { id, shareBp: 500, note },
    'matters.stampClosure': { id, mall, stall: null, why: 'power-cut', ...days, note },
    'matters.endClosure': { id, lastDay: null, note },
    'matters.grantRelief': { stalls, note },
    'matters.settleClaim': { id, outcome: 'refused', note },
    'matters.bookClaim': { id, amount: 1_000_017, on: '2026-11-28' },
    'matters.closeMonth': { mall, id, note, despite: true },
    'matters.reopenMonth': { mall, id, note },
    'matters.countDrawer': { id, counted: 0, note },
    'matters.bankCash': { id, to: 'bca-tc', amount: 1, on: '2026-11-28', note },
  };
}

/** What an administrator is answered to calls of the bank, where nothing is there yet. */
export const bankAnswered: Readonly<Record<string, string>> = {
  'bank.accounts': '200',
  'bank.import': '200',
  'bank.rows': '404 FEE_ACCOUNT_UNKNOWN',
  'bank.settlements': '200',
  'bank.accept': '404 BANK_ROW_UNKNOWN',
  'bank.acceptTicked': '404 FEE_ACCOUNT_UNKNOWN',
  'bank.explain': '404 BANK_ROW_UNKNOWN',
  'bank.undo': '404 BANK_USE_UNKNOWN',
  'bank.profiles': '200',
  'bank.profile': '200',
  'bank.saveProfile': '200',
  'bank.forgetProfile': '404 BANK_PROFILE_UNKNOWN',
  'bank.look': '200',
  'bank.tryProfile': '200',
  'bank.senders': '200',
  'bank.forgetSender': '200',
  'bank.reconciliation': '404 FEE_ACCOUNT_UNKNOWN',
  'bank.signOff': '404 FEE_ACCOUNT_UNKNOWN',
  'bank.signOffs': '200',
};

/** What is sent about files of banks and their rows. */
export function bankBodies(): Record<string, object> {
  const id = randomUUID();
  const bca = bcaFile([['2026-11-02', 1_000_017, 'IURAN']]).toString('base64');
  const bank = { kind: 'statement', id: 'kita', name: 'Kita' };
  const profile = JSON.stringify({ ...bank, columns: { date: ['hari'], amount: ['nilai'] } });
  const rows = 'Hari,Berita,Nilai\n2026-11-02,X,1000 CR\n';
  const content = Buffer.from(rows).toString('base64');
  const file = { file: 'kita.csv', content, language: 'id' };
  return {
    'bank.import': { id, mode: 'dry-run', mall: 'TC', ...file, content: bca },
    'bank.accept': { id, parts: [{ stall: 'TC-A12', amount: 1 }] },
    'bank.acceptTicked': { id, seen: [{ row: '0'.repeat(64), stall: 'TC-A12' }] },
    'bank.explain': { id, as: 'interest' },
    'bank.undo': { id },
    'bank.saveProfile': { content: profile },
    'bank.forgetProfile': {},
    'bank.look': { file: 'kita.csv', content },
    'bank.tryProfile': { profile, ...file },
    'bank.forgetSender': { sender: 'SITI AMINAH', stall: 'TC-A12' },
    'bank.signOff': { id, bankSen: 0, book: 0, name: 'Rina' },
  };
}

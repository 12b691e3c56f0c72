import type { Layout, Role } from '../../../../../domain/fees/bank/teach/layout.ts';
import { missingRoles } from '../../../../../domain/fees/bank/teach/layout.ts';
import type { Say } from '../../../../ui/use-text.ts';

/** What a column holds, in a word. */
export function roleWords(role: Role, say: Say): string {
  return say.text(role === '' ? 'console.teach.role.none' : `console.teach.role.${role}`);
}

/** Which columns are still to be shown: `Tanggal dan Jumlah`; empty for none. */
export function missingWords(layout: Layout, say: Say): string {
  const join = (key: 'or' | 'and', all: readonly string[]): string =>
    all.reduce((one, other) => say.text(`console.teach.${key}`, { one, other }));
  const each = missingRoles(layout).map((roles) =>
    join(
      'or',
      roles.map((role) => roleWords(role, say)),
    ),
  );
  return each.length === 0 ? '' : join('and', each);
}

import { nameOf, type Person } from '../../../domain/staff/staff.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './StaffTables.module.css';
import { roleOf } from './use-people.ts';

interface PeopleTableProps {
  readonly people: readonly Person[];
  /** Who Enter would open; undefined for nobody. */
  readonly activeId: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** One person a row; who left stands below, for what they did is still in the book. */
export function PeopleTable({ people, activeId, onOpen }: PeopleTableProps) {
  const say = useText();
  return (
    <div className={styles.scroller}>
      <table className={styles.people} aria-label={say.text('staff.people')}>
        <thead>
          <tr>
            <th scope="col">{say.text('staff.name')}</th>
            <th scope="col">{say.text('staff.role')}</th>
            <th scope="col">{say.text('staff.pin')}</th>
            <th scope="col">{say.text('staff.pseudonym')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr
              key={person.id}
              data-active={person.id === activeId || undefined}
              data-left={!person.isActive || undefined}
              onClick={() => onOpen(person.id)}
            >
              <td>
                <button type="button" className={styles.name}>
                  {nameOf(person)}
                </button>
                {!person.isActive && <small>{say.text('staff.hasLeft')}</small>}
              </td>
              <td>{roleOf(person, say)}</td>
              <td data-missing={(person.isActive && !person.hasPin) || undefined}>
                {say.text(person.hasPin ? 'staff.hasPin' : 'staff.noPin')}
              </td>
              <td className={styles.soft}>{person.id}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

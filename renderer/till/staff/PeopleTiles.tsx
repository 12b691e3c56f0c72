import { IconCheck } from '@tabler/icons-react';
import { nameOf, type Person } from '../../../domain/staff/staff.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './PersonPin.module.css';
import { firstFocus } from './TopDialog.tsx';
import { roleOf, useFigures } from './use-people.ts';

interface PeopleTilesProps {
  readonly people: readonly Person[];
  readonly asksPin: boolean;
  /** Who is signed in now. */
  readonly current: string;
  readonly onChoose: (staff: string) => void;
}

/** One large tile for each person; arrows go from one to the next, their figure chooses. */
export function PeopleTiles({ people, asksPin, current, onChoose }: PeopleTilesProps) {
  const say = useText();
  const figures = useFigures();
  const first = Math.max(
    0,
    people.findIndex(({ id }) => id === current),
  );
  return (
    <ul className={styles.tiles} data-tiles>
      {people.map((person, at) => (
        <li key={person.id}>
          <button
            type="button"
            aria-keyshortcuts={figures.get(person.id)?.toString()}
            aria-current={person.id === current || undefined}
            {...(at === first && firstFocus)}
            onClick={() => onChoose(person.id)}
          >
            <span className={styles.who}>
              <strong>{nameOf(person)}</strong>
              <small>
                {roleOf(person, say)}
                {asksPin && !person.hasPin && ` · ${say.text('staff.noPin')}`}
              </small>
            </span>
            {person.id === current && <IconCheck aria-hidden size={20} />}
            {figures.has(person.id) && <KeyHint>{String(figures.get(person.id))}</KeyHint>}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Moves the focus among the tiles. @returns whether the key does that */
export function moveAmongTiles({ key }: KeyboardEvent): boolean {
  if (!key.startsWith('Arrow')) return false;
  const tiles = [...document.querySelectorAll<HTMLElement>('[data-tiles] button')];
  const [first] = tiles;
  if (!first) return false;
  const at = tiles.findIndex((tile) => tile === document.activeElement);
  const columns = tiles.filter(({ offsetTop }) => offsetTop === first.offsetTop).length;
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[key] ?? 0;
  const next = at < 0 ? first : tiles[at + by];
  next?.focus();
  return true;
}

import { Button } from '@mantine/core';
import { IconPlus, IconTableOptions } from '@tabler/icons-react';
import type { ListedProfile } from '../../../../../domain/fees/bank/profile-contract.ts';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import { useText } from '../../../../ui/use-text.ts';
import card from '../../../system/card.module.css';
import { Read } from '../../../system/Read.tsx';
import { NEW_PROFILE } from '../bank-route.ts';
import { useProfiles } from '../use-bank.ts';
import styles from './ProfilesPart.module.css';

interface ProfilesPartProps {
  /** Name of the one that was just saved; empty for none. */
  readonly saved: string;
  readonly onOpen: (profile: string) => void;
}

/** What files are read by: those that were made here, and those that come with Lapak. */
export function ProfilesPart({ saved, onOpen }: ProfilesPartProps) {
  const say = useText();
  const profiles = useProfiles();
  return (
    <>
      <div className={styles.head}>
        <p className={card.soft}>{say.text('console.teach.how')}</p>
        <Button
          leftSection={<IconPlus aria-hidden size={20} />}
          onClick={() => onOpen(NEW_PROFILE)}
        >
          {say.text('console.teach.new')}
        </Button>
      </div>
      {saved !== '' && (
        <p className={styles.saved} role="status">
          {say.text('console.teach.saved', { name: saved })}
        </p>
      )}
      <Read of={profiles}>
        {({ profiles: all }) => (
          <>
            <Group
              title={say.text('console.teach.own')}
              profiles={all.filter(({ isOwn }) => isOwn)}
              onOpen={onOpen}
            />
            <Group
              title={say.text('console.teach.builtIn')}
              profiles={all.filter(({ isOwn }) => !isOwn)}
              onOpen={onOpen}
            />
          </>
        )}
      </Read>
    </>
  );
}

interface GroupProps extends Pick<ProfilesPartProps, 'onOpen'> {
  readonly title: string;
  readonly profiles: readonly ListedProfile[];
}

function Group({ title, profiles, onOpen }: GroupProps) {
  const say = useText();
  return (
    <section className={card.card} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {profiles.length === 0 ? (
        <EmptyState Icon={IconTableOptions} level="h3" title={say.text('console.teach.ownNone')}>
          {say.text('console.teach.ownNoneHow')}
        </EmptyState>
      ) : (
        <ul className={card.list} aria-label={title}>
          {profiles.map(({ id, name, kind, isOwn }) => {
            const act = isOwn ? 'edit' : 'copy';
            return (
              <li key={id} className={styles.row}>
                <span>
                  <strong>{name}</strong>
                  <small>{say.text(`console.teach.kind.${kind}`)}</small>
                </span>
                <Button
                  variant="subtle"
                  aria-label={say.text(`console.teach.${act}Of`, { name })}
                  onClick={() => onOpen(id)}
                >
                  {say.text(`console.teach.${act}`)}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconPlus, IconTableOptions } from '@tabler/icons-react';
import type { ListedProfile } from '../../../../../domain/fees/bank/profile-contract.ts';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import { useText } from '../../../../ui/use-text.ts';
import { hubQuery } from '../../../hub-client.ts';
import card from '../../../system/card.module.css';
import { Read } from '../../../system/Read.tsx';
import { useAct } from '../../../system/use-act.ts';
import { ForgetButton } from '../ForgetButton.tsx';
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
          {profiles.map((profile) => (
            <li key={profile.id}>
              <ProfileRow profile={profile} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface ProfileRowProps extends Pick<ProfilesPartProps, 'onOpen'> {
  readonly profile: ListedProfile;
}

function ProfileRow({ profile, onOpen }: ProfileRowProps) {
  const say = useText();
  const client = useQueryClient();
  const { id, name, kind, isOwn } = profile;
  const act = isOwn ? 'edit' : 'copy';
  const forget = useAct(
    hubQuery.bank.forgetProfile.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: hubQuery.bank.profiles.key() }),
    }),
  );
  return (
    <div className={styles.row}>
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
      {isOwn && (
        <ForgetButton
          act={forget}
          text={say.text('console.teach.forget')}
          label={say.text('console.teach.forgetOf', { name })}
          question={say.text('console.teach.forgetAsk', { name })}
          keep={say.text('console.teach.keep')}
          onForget={() => forget.mutate({ profile: id })}
        >
          {say.text('console.teach.forgetHow')}
        </ForgetButton>
      )}
    </div>
  );
}

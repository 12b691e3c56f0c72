import { Button } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../ui/use-text.ts';
import { hubQuery } from '../../hub-client.ts';
import { Dialog } from '../../system/Dialog.tsx';
import { Read } from '../../system/Read.tsx';
import styles from './photo.module.css';

interface PhotoProps {
  /** SHA-256 of it. */
  readonly sha256: string;
  /** Whose it is, or of what. */
  readonly of: string;
}

/** A photo that somebody sent: asked for, and shown large, when it is opened. */
export function Photo({ sha256, of }: PhotoProps) {
  const say = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPhoto aria-hidden size={20} />}
        onClick={() => setIsOpen(true)}
      >
        {say.text('console.fees.photo.show')}
      </Button>
      <Dialog
        isOpen={isOpen}
        title={say.text('console.fees.photo.alt', { of })}
        onClose={() => setIsOpen(false)}
        isWide
      >
        {isOpen && <Large sha256={sha256} of={of} />}
      </Dialog>
    </>
  );
}

function Large({ sha256, of }: PhotoProps) {
  const say = useText();
  const photo = useQuery({
    ...hubQuery.matters.readPhoto.queryOptions({ input: { sha256 } }),
    refetchInterval: false,
    staleTime: Number.POSITIVE_INFINITY, // it is what its name says
  });
  return (
    <Read of={photo}>
      {({ type, bytes }) => (
        <img
          className={styles.large}
          src={`data:${type};base64,${bytes}`}
          alt={say.text('console.fees.photo.alt', { of })}
        />
      )}
    </Read>
  );
}

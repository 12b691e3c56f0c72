import { Button, Modal } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../ui/use-text.ts';
import { tillQuery } from '../till-client.ts';
import styles from './Fees.module.css';

/** A button that shows the picture that was sent with something told. @param id of what was told */
export function ToldPhoto({ id }: { readonly id: string }) {
  const say = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconPhoto aria-hidden size={18} />}
        onClick={() => setIsOpen(true)}
      >
        {say.text('fees.showPhoto')}
      </Button>
      {isOpen && (
        <Modal
          opened
          onClose={() => setIsOpen(false)}
          title={say.text('fees.sentPhoto')}
          closeButtonProps={{ 'aria-label': say.text('screen.close'), size: 44, iconSize: 20 }}
          centered
          size="lg"
        >
          <Large id={id} />
        </Modal>
      )}
    </>
  );
}

function Large({ id }: { readonly id: string }) {
  const say = useText();
  const { data, error } = useQuery({
    ...tillQuery.fees.photo.queryOptions({ input: { id } }),
    staleTime: Number.POSITIVE_INFINITY, // what was sent stays as it is
  });
  if (error) return <p role="alert">{say.failure(error)}</p>;
  if (!data) return null;
  return (
    <img
      className={styles.large}
      src={`data:${data.type};base64,${data.bytes}`}
      alt={say.text('fees.sentPhoto')}
    />
  );
}

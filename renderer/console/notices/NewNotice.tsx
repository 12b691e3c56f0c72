import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useText } from '../../ui/use-text.ts';
import { AnnouncementForm } from './AnnouncementForm.tsx';
import { TemplateForm } from './TemplateForm.tsx';

interface NewNoticeProps {
  /** Null while nothing is made. */
  readonly what: 'announcement' | 'template' | null;
  readonly onClose: () => void;
}

/** Makes an announcement or a template; begun anew each time that it is opened. */
export function NewNotice({ what, onClose }: NewNoticeProps) {
  const say = useText();
  const isNarrow = useMediaQuery('(max-width: 600px)');
  return (
    <Modal
      opened={what !== null}
      onClose={onClose}
      title={say.text(what === 'template' ? 'notices.publish' : 'notices.announce')}
      closeButtonProps={{ 'aria-label': say.text('screen.close'), size: 44, iconSize: 20 }}
      closeOnClickOutside={false}
      fullScreen={isNarrow}
      size="lg"
      centered
      transitionProps={{ duration: 100, exitDuration: 0 }}
    >
      {what === 'announcement' && <AnnouncementForm onDone={onClose} />}
      {what === 'template' && <TemplateForm onDone={onClose} />}
    </Modal>
  );
}

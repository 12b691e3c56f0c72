import { useText } from '../../ui/use-text.ts';
import { Dialog } from '../system/Dialog.tsx';
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
  return (
    <Dialog
      isOpen={what !== null}
      title={say.text(what === 'template' ? 'notices.publish' : 'notices.announce')}
      onClose={onClose}
      isWide
    >
      {what === 'announcement' && <AnnouncementForm onDone={onClose} />}
      {what === 'template' && <TemplateForm onDone={onClose} />}
    </Dialog>
  );
}

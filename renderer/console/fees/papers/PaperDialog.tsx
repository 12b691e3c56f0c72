import type { ReactNode } from 'react';
import type { PaperSheet } from '../../../../domain/fees/papers/sheet.ts';
import { NoticeArea } from '../../../ui/Notice.tsx';
import { PaperActs } from '../../../ui/papers/PaperActs.tsx';
import { PaperView } from '../../../ui/papers/PaperView.tsx';
import { Dialog } from '../../system/Dialog.tsx';
import form from '../../system/form.module.css';

interface PaperDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A paper over the page: as it will be printed, with what can be done with it. */
export function PaperDialog({ isOpen, title, onClose, children }: PaperDialogProps) {
  return (
    <Dialog isOpen={isOpen} title={title} onClose={onClose} isPaper>
      <div className={form.form}>{isOpen && children}</div>
    </Dialog>
  );
}

interface PaperProps {
  readonly sheet: PaperSheet;
  readonly text: string;
  readonly hasXlsx?: boolean;
  /** It leaves the screen: saved or sent. Nothing leaves where it answers false. */
  readonly onGive?: () => Promise<boolean>;
}

/** A paper as its PDF will be, and the buttons that save and send it above. */
export function Paper({ sheet, text, hasXlsx = false, onGive }: PaperProps) {
  return (
    <NoticeArea>
      <PaperActs sheet={sheet} text={text} hasXlsx={hasXlsx} onGive={onGive} />
      <PaperView sheet={sheet} />
    </NoticeArea>
  );
}

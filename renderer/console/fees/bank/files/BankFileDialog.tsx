import type { BankAccount } from '../../../../../domain/fees/bank/manage-contract.ts';
import { useText } from '../../../../ui/use-text.ts';
import { Dialog } from '../../../system/Dialog.tsx';
import { TakeFile } from './TakeFile.tsx';

interface BankFileDialogProps {
  readonly isOpen: boolean;
  /** A file that was dropped on the page; null where one is to be chosen. */
  readonly dropped: File | null;
  /** Id of the profile to read it by; null where the file tells. */
  readonly profile: string | null;
  readonly accounts: readonly BankAccount[];
  readonly onClose: () => void;
  /** It was taken in; the account that it is of, null for settlements of none. */
  readonly onTaken: (account: string | null) => void;
  /** Nobody knows how it is read: that is to be taught. */
  readonly onTeach: (file: File) => void;
}

/** Takes a file of a bank in, after a trial; begun anew each time that it is opened. */
export function BankFileDialog({ isOpen, onClose, onTaken, ...given }: BankFileDialogProps) {
  const say = useText();
  return (
    <Dialog isOpen={isOpen} title={say.text('console.bank.take')} onClose={onClose} isWide>
      {isOpen && (
        <TakeFile
          {...given}
          onTaken={(account) => {
            onClose();
            onTaken(account);
          }}
        />
      )}
    </Dialog>
  );
}

import { useState } from 'react';
import { DeliveredHow, type FeeNotice } from '../../../../domain/fees/matters/notice-contract.ts';
import { useActId } from '../../../ui/use-act-id.ts';
import { base64Of } from '../../../ui/shrink-photo.ts';
import { usePhoto } from '../../../ui/use-photo.ts';
import { useText } from '../../../ui/use-text.ts';
import { DateField } from '../../dates/DateField.tsx';
import { hub } from '../../hub-client.ts';
import { Choices } from '../../system/Choices.tsx';
import { Dialog } from '../../system/Dialog.tsx';
import { todayInWib } from '../../today-in-wib.ts';
import form from '../../system/form.module.css';
import { ActForm } from '../ActForm.tsx';
import { NoteField } from '../NoteField.tsx';
import { PhotoField } from '../photo/PhotoField.tsx';
import { useFeeAct } from '../use-fees.ts';

interface DeliverProps {
  readonly letter: FeeNotice;
  readonly onClose: () => void;
}

/** Notes how a letter was handed over, with a photo that shows it. */
export function DeliverDialog(props: DeliverProps & { readonly isOpen: boolean }) {
  const say = useText();
  const { letter, isOpen, onClose } = props;
  return (
    <Dialog
      isOpen={isOpen}
      title={`${say.text('console.fees.letter.deliver')} · ${letter.paperNumber}`}
      onClose={onClose}
      isWide
    >
      {isOpen && <DeliverForm letter={letter} onClose={onClose} />}
    </Dialog>
  );
}

function DeliverForm({ letter: { id: notice }, onClose }: DeliverProps) {
  const say = useText();
  const deliver = useFeeAct(hub.matters.deliverNotice);
  const ids = useActId();
  const [how, setHow] = useState<DeliveredHowChosen>('hand');
  const [on, setOn] = useState(todayInWib);
  const [note, setNote] = useState('');
  const photo = usePhoto();
  return (
    <ActForm
      act={deliver}
      button={say.text('console.fees.letter.deliver')}
      isReady={!photo.isShrinking}
      onSend={() => {
        const picture = photo.bytes && base64Of(photo.bytes);
        const given = { notice, how, on, note, photo: picture };
        deliver.mutate({ id: ids.of(given), ...given }, { onSuccess: onClose });
      }}
    >
      <Choices
        label={say.text('console.fees.letter.how')}
        choices={DeliveredHow.options.map((value) => ({
          value,
          text: say.text(`console.fees.letter.how.${value}`),
        }))}
        chosen={how}
        onChoose={setHow}
      />
      <div className={form.dates}>
        <DateField isLabelSeen label={say.text('console.fees.on')} date={on} onDate={setOn} />
      </div>
      <PhotoField label={say.text('console.fees.letter.photo')} photo={photo} />
      <NoteField note={note} onNote={setNote} />
    </ActForm>
  );
}

type DeliveredHowChosen = (typeof DeliveredHow.options)[number];

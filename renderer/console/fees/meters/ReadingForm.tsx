import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReadStall } from '../../../../domain/fees/manage/meter-calls.ts';
import { useActId } from '../../../ui/use-act-id.ts';
import { base64Of } from '../../../ui/shrink-photo.ts';
import { usePhoto } from '../../../ui/use-photo.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub } from '../../hub-client.ts';
import { ActForm } from '../ActForm.tsx';
import { Facts } from '../Facts.tsx';
import { milliOf } from '../milli-of.ts';
import { NoteField } from '../NoteField.tsx';
import { Photo } from '../photo/Photo.tsx';
import { PhotoField } from '../photo/PhotoField.tsx';
import { useFeeAct } from '../use-fees.ts';
import { KwhField } from './KwhField.tsx';

interface ReadingFormProps {
  readonly period: string;
  readonly stall: ReadStall;
  readonly onDone: () => void;
}

/** All of a reading: its number, where it begins, a counter that began anew, an estimate. */
export function ReadingForm(props: ReadingFormProps) {
  return props.stall.reading === null ? <NewReading {...props} /> : <TakenReading {...props} />;
}

function NewReading({ period, stall: { stall, last }, onDone }: ReadingFormProps) {
  const say = useText();
  const take = useFeeAct(hub.fees.takeReading);
  const ids = useActId();
  const [meter, setMeter] = useState(last?.meter ?? '');
  const [from, setFrom] = useState(last ? say.quantity(last.to) : '0');
  const [to, setTo] = useState('');
  const [rollover, setRollover] = useState('');
  const [isEstimate, setIsEstimate] = useState(false);
  const photo = usePhoto();
  const [note, setNote] = useState('');
  return (
    <ActForm
      act={take}
      button={say.text('console.fees.meters.save')}
      isReady={!photo.isShrinking}
      onSend={() => {
        const given = {
          stall,
          period,
          meter,
          from: milliOf(from) ?? null,
          to: milliOf(to) ?? 0,
          rollover: milliOf(rollover) ?? null,
          isEstimate,
          photo: photo.bytes && base64Of(photo.bytes),
          isConfirmed: true, // all of it was filled in by hand
          note,
        };
        take.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <TextInput
        label={say.text('console.fees.meters.meter')}
        autoComplete="off"
        maxLength={40}
        value={meter}
        onChange={(event) => setMeter(event.currentTarget.value)}
      />
      <KwhField label={say.text('console.fees.meters.from')} typed={from} onTyped={setFrom} />
      <KwhField isFirst label={say.text('console.fees.meters.now')} typed={to} onTyped={setTo} />
      <KwhField
        isOptional
        label={say.text('console.fees.meters.rollover')}
        typed={rollover}
        onTyped={setRollover}
      />
      <Checkbox
        label={say.text('console.fees.meters.isEstimate')}
        checked={isEstimate}
        onChange={(event) => setIsEstimate(event.currentTarget.checked)}
      />
      <PhotoField label={say.text('console.fees.meterPhoto')} photo={photo} />
      <NoteField note={note} onNote={setNote} />
    </ActForm>
  );
}

function TakenReading({ period, stall: { stall, name, reading }, onDone }: ReadingFormProps) {
  const say = useText();
  const takeBack = useFeeAct(hub.fees.takeBackReading);
  const ids = useActId();
  const [note, setNote] = useState('');
  if (!reading) return null;
  const { meter, from, to, used, photo } = reading;
  return (
    <ActForm
      act={takeBack}
      button={say.text('console.fees.meters.takeBack')}
      onSend={() => {
        const given = { stall, period, note };
        takeBack.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <Facts
        facts={[
          ...(meter === '' ? [] : [{ label: say.text('console.fees.meters.meter'), text: meter }]),
          { label: say.text('console.fees.meters.from'), text: say.quantity(from) },
          { label: say.text('console.fees.meters.now'), text: say.quantity(to) },
          {
            label: say.text('console.fees.meters.usedNow'),
            text: say.quantity(used),
            isStrong: true,
          },
        ]}
      />
      {photo !== '' && <Photo sha256={photo} of={name} />}
      <NoteField isReason isFirst note={note} onNote={setNote} />
    </ActForm>
  );
}

import { Checkbox } from '@mantine/core';

interface DoubtProps {
  /** What makes it doubtful. */
  readonly text: string;
  /** What a person says who means it. */
  readonly label: string;
  readonly isMeant: boolean;
  readonly onMeant: (isMeant: boolean) => void;
}

/** What is perhaps a mistake: it is sent once somebody has ticked that it is meant. */
export function Doubt({ text, label, isMeant, onMeant }: DoubtProps) {
  return (
    <>
      <p role="alert">{text}</p>
      <Checkbox
        label={label}
        checked={isMeant}
        onChange={(event) => onMeant(event.currentTarget.checked)}
      />
    </>
  );
}

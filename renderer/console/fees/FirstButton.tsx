import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

interface FirstButtonProps extends ButtonProps {
  readonly type?: 'submit' | 'button';
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

/** Where the button of a form stands. */
const atEnd = { alignSelf: 'flex-end' } as const;

/** A button that has the focus as soon as it is there: Enter presses it. */
export function FirstButton({ type = 'button', ...props }: FirstButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return <Button ref={button} type={type} style={atEnd} {...props} />;
}

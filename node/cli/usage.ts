import type { PlainTextKey, Translator } from '../../domain/text.ts';
import type { Command } from './command.ts';

/** How a command is written. */
export function usageOf({ name, argument, options }: Command): string {
  const optional = Object.entries(options).map(
    ([key, { value }]) => `[${`--${key} ${value}`.trim()}]`,
  );
  return [name, ...(argument === null ? [] : [argument]), ...optional].join(' ');
}

/** How commands are written and what they do, below how their program is. */
export function helpOf(
  usage: PlainTextKey,
  commands: readonly Command[],
  speaker: Translator,
): string {
  const lines = commands.map(
    (command) => `  ${usageOf(command)}\n      ${speaker.text(command.about)}`,
  );
  return [speaker.text(usage), ...lines].join('\n');
}

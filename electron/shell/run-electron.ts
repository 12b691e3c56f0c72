import { spawn } from 'node:child_process';
import { sandboxArguments } from './electron-binary.ts';
import { printLine, terminalTranslator } from './terminal.ts';

/**
 * Runs the till in Electron until its window is closed.
 * @returns the exit code of Electron
 */
export function runElectron(program: string, projectDir: string, dataDir: string): Promise<number> {
  const words = terminalTranslator();
  printLine(words.text('shell.inElectron'));
  const asRoot = sandboxArguments();
  if (asRoot.length > 0) printLine(words.text('shell.asRoot'));
  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE; // would make a plain Node of it
  const child = spawn(program, [projectDir, `--data=${dataDir}`, ...asRoot], {
    stdio: 'inherit',
    env,
  });
  process.once('SIGINT', () => child.kill('SIGINT'));
  process.once('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';

// `npm run lapak`. As in start.ts, the rest comes from a cache that lies with the program.
enableCompileCache(join(dirname(import.meta.dirname), 'node_modules', '.cache', 'compiled'));

const { runCommand } = await import('./cli/run-command.ts');
process.exitCode = await runCommand(process.argv.slice(2));

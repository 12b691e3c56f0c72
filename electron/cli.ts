import { runCommand } from './cli/run-command.ts';

// `npm run lapak`
process.exitCode = await runCommand(process.argv.slice(2));

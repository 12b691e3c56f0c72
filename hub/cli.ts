import { runHub } from './cli/run-hub.ts';

// `npm run hub`
process.exitCode = await runHub(process.argv.slice(2));

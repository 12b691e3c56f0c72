import { dirname } from 'node:path';
import { startLapak } from './shell/start-lapak.ts';

// `npm start`
process.exit(await startLapak(process.argv.slice(2), dirname(import.meta.dirname)));

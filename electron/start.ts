import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';

// `npm start`. Everything else is imported after this line, so that it comes from the cache: half
// of a start is otherwise spent compiling. The cache lies with the program, not in a shared /tmp
// where somebody else could have put it.
const projectDir = dirname(import.meta.dirname);
enableCompileCache(join(projectDir, 'node_modules', '.cache', 'compiled'));

const { startLapak } = await import('./shell/start-lapak.ts');
process.exit(await startLapak(process.argv.slice(2), projectDir));

import module from 'node:module';
import { join } from 'node:path';

// Preloaded before every TypeScript entry. better-sqlite3 13 crashes on Node 20, and Node 20 reads
// no TypeScript, so an old Node is told so in one line. npm scripts find Node 24 by themselves.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Lapak perlu Node 24 / Lapak needs Node 24, this is ${process.version}: run it with npm (npm start, npm test).\n`,
  );
  process.exit(1);
}
// Half of a start is otherwise spent compiling. The cache lies with the program, not in a shared
// /tmp where somebody else could have put it.
module.enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'compiled'));

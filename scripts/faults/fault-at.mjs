// Loaded before a program (`node --import`): the n-th time that it changes something on disk, it is killed, or the
// disk answers with an error. Counts every call of node:fs/promises that writes, moves, links or removes.
import { createRequire, syncBuiltinESMExports } from 'node:module';

const fs = createRequire(import.meta.url)('node:fs/promises');
const CHANGES = ['writeFile', 'rename', 'rm', 'rmdir', 'mkdir', 'link', 'cp'];
const at = Number(process.env.FAULT_AT);
const kind = process.env.FAULT_KIND;
let count = 0;

for (const name of CHANGES) {
  const real = fs[name];
  fs[name] = async (...args) => {
    count += 1;
    if (count !== at) return real(...args);
    if (kind === 'kill') process.kill(process.pid, 'SIGKILL');
    // Killed half way: a file is cut off, a folder is half removed.
    if (kind === 'half' && name === 'writeFile') await real(args[0], String(args[1]).slice(0, 10), args[2]);
    if (kind === 'half') process.kill(process.pid, 'SIGKILL');
    throw Object.assign(new Error(`${kind}: injected`), { code: kind, syscall: name, path: String(args[0]) });
  };
}
syncBuiltinESMExports();
process.on('exit', () => process.stderr.write(`changes=${count}\n`));

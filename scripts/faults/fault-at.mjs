// Loaded before a program (`node --import`): the n-th time that it changes something on disk, it is killed, or the
// disk answers with an error. Counts every call of node:fs/promises that writes, moves, links or removes, and every one
// of node:fs that waits until it has.
import { createRequire, syncBuiltinESMExports } from 'node:module';

const require = createRequire(import.meta.url);
const CHANGES = ['writeFile', 'rename', 'rm', 'rmdir', 'mkdir', 'link', 'cp'];
const at = Number(process.env.FAULT_AT);
const kind = process.env.FAULT_KIND;
let count = 0;

/** Answers for the n-th change, and is not called for the others. @param half does what one that is cut off has done */
function fail(name, args, half) {
  if (kind === 'kill') process.kill(process.pid, 'SIGKILL');
  if (kind === 'half') {
    half();
    process.kill(process.pid, 'SIGKILL');
  }
  throw Object.assign(new Error(`${kind}: injected`), { code: kind, syscall: name, path: String(args[0]) });
}

const now = require('node:fs');
const writeNow = now.writeFileSync;
// Killed half way: a file is cut off, a folder is half removed.
const halfOf = (name, args) => () => {
  if (name.startsWith('writeFile')) writeNow(args[0], String(args[1]).slice(0, 10), args[2]);
};
const counted = (fs, name) => {
  const real = fs[name];
  fs[name] = (...args) => {
    count += 1;
    return count === at ? fail(name, args, halfOf(name, args)) : real.apply(fs, args);
  };
};
const later = require('node:fs/promises');
for (const name of CHANGES) {
  counted(now, `${name}Sync`);
  const real = later[name];
  later[name] = async (...args) => {
    count += 1;
    return count === at ? fail(name, args, halfOf(name, args)) : real(...args);
  };
}
syncBuiltinESMExports();
process.on('exit', () => process.stderr.write(`changes=${count}\n`));

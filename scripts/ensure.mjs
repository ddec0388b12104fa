// Runs before `npm start` and `npm test`, on whatever Node the machine has (20 or later): installs what the lockfile
// says when it is not installed yet. Plain JavaScript, because nothing is installed when it starts.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const MARK = 'node_modules/.ensured';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
const installed = existsSync(MARK) ? readFileSync(MARK, 'utf8') : '';

if (installed !== wanted) {
  process.stdout.write('Installerar det som saknas (npm ci) …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
  });
  if (status !== 0) {
    process.stderr.write('Installationen misslyckades. Kontrollera nätet och försök igen.\n');
    process.exit(1);
  }
  writeFileSync(MARK, wanted);
}

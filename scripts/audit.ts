import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { nodeEffects } from '../src/effects-node.ts';
import { command, EXIT, options } from './command.ts';

// `npm audit`, less the advisories that we have read and written down in `audit-exceptions.json`: each with why it does
// not concern us and until when that holds. Ends with 1 for any other, and for an exception that is out of date.
const EXCEPTIONS = z.array(z.strictObject({ id: z.string(), skal: z.string().min(20), till: z.iso.date() }));

const ADVISORY = z.object({ url: z.string(), title: z.string(), severity: z.string() });
const AUDIT = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({ via: z.array(z.union([ADVISORY, z.string().transform(() => null)])) }),
  ),
});

await command(async () => {
  options('audit', []);
  const { log, now } = nodeEffects();
  const exceptions = EXCEPTIONS.parse(JSON.parse(readFileSync('audit-exceptions.json', 'utf8')));
  const today = now().toISOString().slice(0, 10);
  const { stdout } = spawnSync('npm', ['audit', '--json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const audit = AUDIT.safeParse(JSON.parse(stdout || '{}'));
  if (!audit.success) {
    log('Registret svarar inte på npm audit, så inget har granskats.');
    return EXIT.failed;
  }
  const found = Object.entries(audit.data.vulnerabilities).flatMap(([name, { via }]) =>
    via.flatMap((advisory) => (advisory === null ? [] : [{ name, ...advisory }])),
  );
  const known = (url: string) => exceptions.find(({ id, till }) => url.endsWith(id) && till >= today);
  const open = found.filter(({ url }) => known(url) === undefined);
  for (const { name, severity, title, url } of open) log(`${severity}: ${name}: ${title} (${url})`);
  const old = exceptions.filter(({ id, till }) => till < today || !found.some(({ url }) => url.endsWith(id)));
  for (const { id, till } of old)
    log(`Undantaget ${id} (till ${till}) gäller inte längre. Ta bort eller förnya det.`);
  log(`${found.length} kända brister, ${found.length - open.length} undantagna med skäl.`);
  return open.length + old.length > 0 ? EXIT.failed : 0;
});

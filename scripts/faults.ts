import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeEffects } from '../src/effects-node.ts';
import { command, options } from './command.ts';
import { builds, disks } from './faults/builds.ts';
import { type Row, rowOf } from './faults/site.ts';
import { meanwhile, swaps } from './faults/swaps.ts';

// Injects faults into builds and swaps and looks what is left: `npm run faults [-- --bygge N]`. Needs nothing but the
// small site; a disk of its own is mounted where that is allowed, and said where not. Takes some minutes.

function table(rows: readonly Row[]): string {
  const head =
    '| fel | fall | förlorad eller trasig webbplats | rester kvar | utan begriplig mening | |\n|---|--:|--:|--:|--:|---|';
  const lines = rows.map(
    (r) => `| ${r.name} | ${r.cases} | ${r.lost} | ${r.litter} | ${r.unclear} | ${r.note} |`,
  );
  const sum = (key: 'cases' | 'lost' | 'litter' | 'unclear') => rows.reduce((total, r) => total + r[key], 0);
  return [
    head,
    ...lines,
    `| **Summa** | ${sum('cases')} | ${sum('lost')} | ${sum('litter')} | ${sum('unclear')} | |`,
  ].join('\n');
}

await command(async () => {
  const { bygge = '10' } = options('faults', ['bygge']);
  const { log } = nodeEffects();
  const home = mkdtempSync(join(tmpdir(), 'oj-fel-'));
  const at = (name: string) => {
    mkdirSync(join(home, name), { recursive: true });
    return join(home, name);
  };
  const rows: Row[] = [];
  const show = (...more: readonly Row[]) => {
    rows.push(...more);
    for (const r of more) log(`${r.name}: ${r.cases} fall, ${r.lost} förlorade ${r.note}`);
  };
  try {
    show(
      ...(await swaps('Byte i ett steg', {
        home: at('ett'),
        out: join(at('ett/plats'), 'dist'),
        steps: 'one',
      })),
    );
    show(
      ...(await swaps('Byte i två steg', {
        home: at('tva'),
        out: join(at('tva/plats'), 'dist'),
        steps: 'two',
      })),
    );
    show(
      meanwhile('Byte i ett steg, sett av läsare', {
        home: at('lasare'),
        out: join(at('lasare/plats'), 'dist'),
        steps: 'one',
      }),
    );
    const volume = at('volym/plats/dist');
    if (spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', volume]).status === 0) {
      try {
        show(...(await swaps('Byte inne i en volym', { home: at('volym'), out: volume, steps: 'one' })));
      } finally {
        spawnSync('umount', [volume]);
      }
    } else show(rowOf('Byte inne i en volym', 'hoppas över: kräver rätt att montera en disk'));
    show(...disks(at('diskar')));
    show(...(await builds(at('byggen'), Number(bygge))));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  log(`\n${table(rows)}`);
  return rows.some((r) => r.lost + r.litter + r.unclear > 0) ? 1 : 0;
});

import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { nodeEffects } from '../../src/effects-node.ts';
import { claimSite } from '../../src/pipeline/output/claim.ts';
import { systemExchange } from '../../src/pipeline/output/exchange.ts';
import { sentenceFor } from '../../src/refusal.ts';

// Puts a copy of a finished site in the place of another, as a build does last: `publish.ts SITE OUT one|two`.
const [site = '', out = '', steps] = process.argv.slice(2);
const effects = nodeEffects();
try {
  const claim = await claimSite(out, { project: process.cwd(), data: [] }, effects);
  try {
    const built = join(dirname(site), `byggt-${process.pid}`);
    await cp(site, built, { recursive: true });
    await claim.replaceWith(built, { exchange: steps === 'two' ? async () => false : systemExchange });
  } finally {
    await claim.release();
  }
} catch (error) {
  process.stderr.write(`${sentenceFor(error) ?? String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = 1;
}

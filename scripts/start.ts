import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOMY } from '../src/pipeline/engine.ts';
import { aheadServer } from '../src/serving/ahead.ts';
import { LOOPBACK, listen, siteServer } from '../src/serving/server.ts';
import { command, options, PROJECT } from './command.ts';
import { portOf } from './port.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const SITE = 'dist';

/** Programs that must not outlive this one, however it ends. */
const children: ChildProcess[] = [];
const endAll = () => {
  for (const child of children) child.kill();
};

// Builds the site and serves it on this computer; with --host 0.0.0.0 to others on the same network too. What stands
// already is served from the start, and where nothing stands, pages are made as they are asked for until the site is
// built: nobody waits for three thousand files to see the first page.
await command(async () => {
  for (const signal of ['SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      endAll();
      process.exit(1);
    });
  const { port: asked = '4321', host = LOOPBACK, utan } = options('start', ['port', 'host', 'utan']);
  const port = portOf(asked);
  const site = siteServer(SITE);
  const stands = existsSync(join(SITE, 'index.html'));
  // The server that makes pages hands out sources too: only to this computer.
  const pages = stands || host !== LOOPBACK ? null : await pageMaker();
  const { server, finish } =
    pages === null ? { server: site, finish: () => undefined } : aheadServer(pages.address, site);
  const early = stands || pages !== null;
  const serve = async () => {
    const address = await listen(server, port, host);
    const got = Number(new URL(address).port);
    if (port !== 0 && got !== port) say(`Port ${port} är upptagen, så port ${got} används.`);
    return address;
  };
  try {
    const address = early ? await serve() : null;
    if (address !== null)
      say(
        stands
          ? `Webbplatsen från förra bygget finns på ${address} medan den nya byggs.`
          : `Sidorna finns redan på ${address} och görs när du öppnar dem. Resten byggs under tiden.`,
      );
    const status = await ended(
      run([...ROOMY, 'scripts/build.ts', ...(utan === undefined ? [] : ['--utan', utan])], 'inherit'),
    );
    if (status !== 0) {
      server.close();
      server.closeAllConnections();
      return status;
    }
    finish();
    say(`Webbplatsen finns på ${address ?? (await serve())} (avsluta med Ctrl+C)`);
    return 0;
  } finally {
    endAll();
  }
});

/** @param args flags of Node's, a program of the project, and what it is started with */
function run(args: readonly string[], stdio: 'inherit' | 'ignore'): ChildProcess {
  const child = spawn(process.execPath, [...args], { cwd: PROJECT, stdio });
  children.push(child);
  return child;
}

/** The exit code of a program, when it has ended. */
function ended(child: ChildProcess): Promise<number> {
  return new Promise((done, failed) => {
    child.once('error', failed).once('exit', (code) => done(code ?? 1));
  });
}

/**
 * A program that makes pages when they are asked for, once it has made the first; null when it cannot, and then the
 * build says why. The build begins after it: on a machine with two cores they would keep each other waiting.
 */
async function pageMaker(): Promise<{ readonly address: string } | null> {
  say('Den första sidan görs …');
  const port = await freePort();
  const address = `http://${LOOPBACK}:${port}/`;
  const astro = 'node_modules/astro/bin/astro.mjs';
  const maker = run([astro, 'dev', '--host', LOOPBACK, '--port', String(port)], 'ignore');
  while (maker.exitCode === null) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return { address };
    if (answer !== null) break;
    await wait(200);
  }
  maker.kill();
  return null;
}

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, LOOPBACK, () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

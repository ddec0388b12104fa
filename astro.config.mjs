import { readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { defineConfig } from 'astro/config';

const data = process.env.OJ_DATA ?? 'data';
const { webbplats } = JSON.parse(readFileSync(join(data, 'publicering.json'), 'utf8'));

export default defineConfig({
  site: webbplats,
  output: 'static',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // Styles and scripts stay in files of their own: the content security policy allows nothing inline.
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets', concurrency: 4 },
  integrations: process.env.OJ_BUNT === undefined ? [] : [bundleOnly()],
  // Modules of a worker are fetched when they are needed, like those of a page.
  vite: { build: { assetsInlineLimit: 0 }, worker: { format: 'es' }, plugins: [reloadOnData()] },
});

/** In `npm run dev`, a saved data file is read again, and the page that is open with it. No code is. */
function reloadOnData() {
  return {
    name: 'reload-on-data',
    configureServer(server) {
      server.watcher.add(data);
      let saved = 0;
      server.watcher.on('all', (_, path) => {
        if (!resolve(path).startsWith(resolve(data))) return;
        saved += 1;
        // Read by `src/pipeline/site.ts`; the event has Astro forget which pages there are.
        process.env.OJ_SPARAT = String(saved);
        server.environments.ssr.hot.send('astro:content-changed', {});
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}

/**
 * A build has Astro bundle, and no more: `src/pipeline/pages/program.ts`, which is bundled with the pages, makes them.
 * Then a bundle can be kept until code is edited. By itself `astro build` makes a site as ever.
 */
function bundleOnly() {
  const program = 'src/pipeline/pages/program.ts';
  let folder;
  const plugin = {
    name: 'pages-program',
    applyToEnvironment: ({ name }) => name === 'prerender',
    buildStart() {
      this.emitFile({ type: 'chunk', id: resolve(program), fileName: 'sidor.mjs' });
    },
  };
  return {
    name: 'bundle-only',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:config:done': ({ config }) => {
        folder = config.outDir;
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer({
          name: 'bundle-only',
          // Astro removes its folder when it has made the pages.
          setup: () => rename(new URL('.prerender/', folder), new URL('program/', folder)),
          getStaticPaths: async () => [],
          render: () => Promise.reject(new Error('No page is made here')),
        }),
    },
  };
}

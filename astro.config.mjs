import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
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
  integrations: [pagesWithFilesLast()],
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
 * Pages are made while the files are written. Those that list files have to wait for them, so they come last: until
 * then the others are made. The order changes no page.
 */
function pagesWithFilesLast() {
  return {
    name: 'pages-with-files-last',
    hooks: {
      'astro:config:setup': ({ command, addMiddleware }) => {
        if (command === 'build')
          addMiddleware({
            order: 'pre',
            entrypoint: new URL('src/pipeline/pages/middleware.ts', import.meta.url),
          });
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((usual) => ({
          ...usual,
          getStaticPaths: async () => {
            const paths = await usual.getStaticPaths();
            const waits = new Map();
            for (const { route } of paths)
              if (!waits.has(route.component)) waits.set(route.component, listsFiles(route.component));
            return paths.toSorted((a, b) => waits.get(a.route.component) - waits.get(b.route.component));
          },
        })),
    },
  };
}

/** True when a page, or a component that it shows, asks for the list of files; the layout does only on some pages. */
function listsFiles(path, seen = new Set()) {
  if (seen.has(path) || /\/(pipeline|layouts)\//.test(path)) return false;
  seen.add(path);
  const code = readFileSync(path, 'utf8');
  if (/\blistedFiles\(/.test(code)) return true;
  return [...code.matchAll(/from '(\.[^']+\.astro)'/g)].some(([, to]) =>
    listsFiles(join(dirname(path), to), seen),
  );
}

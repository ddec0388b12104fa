import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'astro/config';

const data = process.env.OJ_DATA ?? 'data';
const { webbplats } = JSON.parse(readFileSync(join(data, 'publicering.json'), 'utf8'));

export default defineConfig({
  site: webbplats,
  output: 'static',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // Styles and scripts stay in files of their own: the content security policy allows nothing inline.
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets', concurrency: 1500 },
  // Modules of a worker are fetched when they are needed, like those of a page.
  vite: { build: { assetsInlineLimit: 0 }, worker: { format: 'es' }, plugins: [reloadOnData()] },
});

/** In `npm run dev`, a saved data file reads everything again and reloads the page. */
function reloadOnData() {
  return {
    name: 'reload-on-data',
    configureServer(server) {
      server.watcher.add(data);
      server.watcher.on('change', (path) => {
        if (!path.includes(data)) return;
        server.moduleGraph.invalidateAll();
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}

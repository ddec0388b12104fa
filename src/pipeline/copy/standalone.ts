import { posix } from 'node:path';
import { parseHTML } from 'linkedom/worker';
import { must } from '../../model/must.ts';

// A site for a folder on a computer without a network. What a browser lets no page of a folder do is taken out: scripts,
// which it treats as strangers'. Every page is whole without them.

/** What a copy leaves out: only a server, or a script, has use for it. */
export const isLeftOut = (path: string): boolean =>
  /^(pagefind\/|_headers$|404\.html$|\.well-known\/|robots\.txt$|sitemap\.xml$)/.test(path) ||
  /^assets\/.*\.js$/.test(path);

/** Attributes that hold an address. */
const ADDRESSES = ['href', 'src', 'action'] as const;

/** No script runs in a copy, and nothing is fetched by one. A folder has no origin for the site's own policy to name. */
const POLICY = "script-src 'none'; object-src 'none'";

/**
 * An address of the site as seen from a page or a style sheet in a folder: a file, found from where it stands.
 * @param from the path of the file that holds it, below the site's root
 * @param address from the root (`/kommuner/umea/?k=1#svar`); any other is left as it is
 */
export function localAddress(from: string, address: string): string {
  const [, path = '', rest = ''] = /^(\/(?!\/)[^?#]*)(.*)$/s.exec(address) ?? [];
  if (path === '') return address;
  const file = path.endsWith('/') ? `${path}index.html` : path;
  return `${posix.relative(posix.dirname(`/${from}`), file)}${rest}`;
}

/**
 * A page for a folder: local addresses, no scripts, and what it says to readers without scripts shown to all.
 * @param path where it stands below the site's root
 */
export function standalonePage(path: string, html: string): string {
  const { document } = parseHTML(html);
  for (const script of document.querySelectorAll(
    'script[src], link[rel="preload"], link[rel="modulepreload"]',
  ))
    script.remove();
  for (const name of ADDRESSES)
    for (const element of document.querySelectorAll(`[${name}^="/"]`))
      element.setAttribute(name, localAddress(path, must(element.getAttribute(name), name)));
  // A search that cannot answer asks for nothing; what a page says to readers without scripts is true of every reader.
  document.querySelector('form[data-search]')?.remove();
  for (const silent of document.querySelectorAll('noscript')) {
    silent.innerHTML = silent.innerHTML.replaceAll('behöver JavaScript', 'finns inte i den här kopian');
    silent.replaceWith(...silent.childNodes);
  }
  document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.setAttribute('content', POLICY);
  const home = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const main = document.querySelector('main');
  if (main && home) {
    const note = document.createElement('p');
    const link = document.createElement('a');
    link.setAttribute('href', home);
    link.textContent = 'webbplatsen';
    note.append(
      'Det här är en fristående kopia. Sökning, sortering, egna jämförelser och verktygen fungerar bara på ',
      link,
      '.',
    );
    main.append(note);
  }
  return document.toString();
}

/** A style sheet for a folder: local addresses, and the rules for readers without scripts for all. */
export const standaloneStyles = (path: string, css: string): string =>
  css
    .replace(
      /url\((['"]?)(\/[^'")]*)\1\)/g,
      (_, quote, address) => `url(${quote}${localAddress(path, address)}${quote})`,
    )
    .replace(/\(scripting:\s*none\)/g, '(min-width:0)')
    .replace(/\(scripting:\s*enabled\)/g, 'not all');

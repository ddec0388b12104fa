import { createHash } from 'node:crypto';
import { EMBED_PATH, policyFor } from './csp.ts';
import {
  CACHING,
  COMMON_HEADERS,
  ELSEWHERE,
  type Header,
  HIDDEN_NAMES,
  HSTS,
  OPEN_HEADER,
  OPEN_PATHS,
  WELL_KNOWN,
} from './headers.ts';
import { MEDIA_TYPES } from './media.ts';
import { s3Script } from './s3.ts';

/** Set-ups of web servers by path in the repository, all from the same lists: written by `npm run deploy`. */
export const deployFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ['deploy/nginx.conf', sealed(nginxConf())],
    ['deploy/Caddyfile', sealed(caddyfile())],
    ['public/_headers', sealed(headersFile())],
    ['deploy/s3.sh', sealed(s3Script(WRITTEN))],
  ]);

const SEAL = '# Oförändrad sedan dess om SHA-256 av allt ovanför den här raden är ';
const sealed = (text: string) => `${text}${SEAL}${createHash('sha256').update(text).digest('hex')}\n`;

/** True for a text that `deployFiles` made, now or in another version, and that nobody has changed since. */
export function isAsWritten(text: string): boolean {
  const at = text.lastIndexOf(SEAL);
  return at >= 0 && sealed(text.slice(0, at)) === text;
}

const WRITTEN = 'Skriven av ”npm run deploy” ur src/serving. Ändra där, inte här.';

/** Endings of one name, without the dot: what servers have tables for. */
const byEnding = MEDIA_TYPES.filter(([ending]) => /^\.[^.]+$/.test(ending));
/** What they have no table for: whole names, and double endings. */
const byName = MEDIA_TYPES.filter(([ending]) => !/^\.[^.]+$/.test(ending));
const bare = (type: string) => type.replace(/; charset=utf-8$/, '');
const isText = (type: string) => type !== bare(type);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** For Netlify, Cloudflare Pages and others that read `_headers` in the site. */
function headersFile(): string {
  const block = (path: string, headers: readonly Header[]) =>
    [path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const policy = (path: string): Header => ['Content-Security-Policy', policyFor(path)];
  const others = CACHING.filter((caching) => caching !== ELSEWHERE).toReversed();
  return `${[
    `# ${WRITTEN}`,
    block('/*', [policy('/'), ...COMMON_HEADERS, ['Cache-Control', ELSEWHERE[1]]]),
    // Two values of a header would both hold, so the general one is taken away first.
    [
      `${EMBED_PATH}*`,
      '  ! Content-Security-Policy',
      `  Content-Security-Policy: ${policyFor(`${EMBED_PATH}x/`)}`,
    ].join('\n'),
    ...others.map(([prefix, value]) => `${prefix}*\n  ! Cache-Control\n  Cache-Control: ${value}`),
    ...OPEN_PATHS.map((path) => block(`${path}*`, [OPEN_HEADER])),
    ...byEnding
      .filter(([, type]) => type !== 'application/octet-stream')
      .map(([ending, type]) => block(`/*${ending}`, [['Content-Type', type]])),
    ...byName.map(([name, type]) => {
      const path = name.startsWith('/') ? name : `/*${name}`;
      return `${path}\n  ! Content-Type\n  Content-Type: ${type}`;
    }),
  ].join('\n\n')}\n`;
}

/** A whole nginx configuration, to be started with the site's folder as `-p`'s `site`. */
function nginxConf(): string {
  const types = Map.groupBy(byEnding, ([, type]) => bare(type));
  const q = (text: string) => `"${text.replaceAll('"', '\\"')}"`;
  const texts = [...new Set(MEDIA_TYPES.filter(([, type]) => isText(type)).map(([, type]) => bare(type)))];
  return `# ${WRITTEN}
# Hela filen: nginx -p MAPP -c nginx.conf, med webbplatsen i MAPP/site. Den som redan har nginx tar det som står i http.
worker_processes auto;
pid nginx.pid;
error_log stderr warn;
events { worker_connections 1024; }

http {
  access_log off;
  server_tokens off;
  sendfile on;
  client_body_temp_path tmp/body;
  proxy_temp_path tmp/proxy;
  fastcgi_temp_path tmp/fastcgi;
  uwsgi_temp_path tmp/uwsgi;
  scgi_temp_path tmp/scgi;

  default_type application/octet-stream;
  types {
${[...types].map(([type, mine]) => `    ${type} ${mine.map(([ending]) => ending.slice(1)).join(' ')};`).join('\n')}
  }
  charset utf-8;
  charset_types ${texts.filter((type) => type !== 'text/html').join(' ')};

  map $uri $oj_policy {
    default ${q(policyFor('/'))};
    ~^${EMBED_PATH} ${q(policyFor(EMBED_PATH))};
  }
  map $uri $oj_open {
    default "";
${OPEN_PATHS.map((path) => `    ~^${escaped(path)} ${q(OPEN_HEADER[1])};`).join('\n')}
  }
  map $uri $oj_caching {
${CACHING.map(([prefix, value]) => `    ~^${escaped(prefix)} ${q(value)};`).join('\n')}
  }

  # Vanlig komprimering; filer som redan har en .gz bredvid sig skickas som de är.
  gzip on;
  gzip_static on;
  gzip_vary on;
  gzip_min_length 1024;
  gzip_types ${texts.filter((type) => type !== 'text/html').join(' ')};

  server {
    listen 127.0.0.1:8080;
    root site;
    index index.html;
    absolute_redirect off;
    # Ingen länk ut ur mappen följs.
    disable_symlinks on from=$document_root;

    add_header Content-Security-Policy $oj_policy always;
${COMMON_HEADERS.map(([name, value]) => `    add_header ${name} ${q(value)} always;`).join('\n')}
    add_header ${OPEN_HEADER[0]} $oj_open always;
    add_header Cache-Control $oj_caching;
    # När hela domänen har HTTPS (går inte att ta tillbaka på ett år):
    # add_header ${HSTS[0]} ${q(HSTS[1])} always;

    if ($request_method !~ ^(GET|HEAD)$) { return 405; }
    error_page 404 /404.html;
    error_page 403 =404 /404.html;
    location = /404.html { internal; }
    location ^~ ${WELL_KNOWN} { }
    location ~ /\\. { return 404; }
${HIDDEN_NAMES.map((name) => `    location = ${name} { return 404; }`).join('\n')}
${byName.map(([name, type]) => `    location ~ ${escaped(name)}$ { types { } default_type ${q(type)}; }`).join('\n')}
  }
}
`;
}

/** A Caddyfile; the folder and the address are taken from the environment. Caddy has no setting against following links. */
function caddyfile(): string {
  const header = ([name, value]: Header) => `  header ${name} "${value.replaceAll('"', '\\"')}"`;
  const matcher = (name: string, patterns: readonly string[]) => `  @${name} path ${patterns.join(' ')}`;
  const caching = CACHING.toReversed();
  return `# ${WRITTEN}
# OJ_ADDRESS är till exempel https://jamforelser.example (då ordnar Caddy certifikatet) eller http://127.0.0.1:8080.
{
  admin off
}

{$OJ_ADDRESS:http://127.0.0.1:8080} {
  root * {$OJ_SITE:/srv/oppna-jamforelser}

  # I den här ordningen: det som är mer bestämt står sist och gäller.
  route {
  header -Server
${COMMON_HEADERS.map(header).join('\n')}
${matcher('inramade', [`${EMBED_PATH}*`])}
${matcher('egna', ['*']).replace(' path *', ` not path ${EMBED_PATH}*`)}
  header @inramade Content-Security-Policy "${policyFor(EMBED_PATH)}"
  header @egna Content-Security-Policy "${policyFor('/')}"
${matcher(
  'oppna',
  OPEN_PATHS.map((path) => `${path}*`),
)}
  header @oppna ${OPEN_HEADER[0]} "${OPEN_HEADER[1]}"
${caching.map(([prefix, value]) => `  header ${prefix}* Cache-Control "${value}"`).join('\n')}
  # När hela domänen har HTTPS (går inte att ta tillbaka på ett år):
  # header ${HSTS[0]} "${HSTS[1]}"

${MEDIA_TYPES.toReversed()
  .flatMap(([ending, type], i) => [
    matcher(`typ${i}`, [ending.startsWith('/') ? ending : `*${ending}`]),
    `  header @typ${i} Content-Type "${type}"`,
  ])
  .join('\n')}
${matcher('sida', ['*/'])}
  header @sida Content-Type "text/html; charset=utf-8"
  }

  @metod not method GET HEAD
  respond @metod 405
  @dolda {
    path */.* ${HIDDEN_NAMES.join(' ')}
    not path ${WELL_KNOWN}*
  }
  error @dolda 404

  encode gzip
  file_server {
    precompressed br gzip
  }
  handle_errors {
    @borta expression {err.status_code} == 404
    rewrite @borta /404.html
    header Content-Type "text/html; charset=utf-8"
    header Cache-Control "no-store"
    file_server
  }
}
`;
}

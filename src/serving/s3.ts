import { EMBED_PATH, policyFor } from './csp.ts';
import { CACHING, HIDDEN_NAMES, headersFor, OPEN_PATHS } from './headers.ts';
import { MEDIA_TYPES } from './media.ts';

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
const relative = (path: string) => path.replace(/^\//, '');

/** Headers that CloudFront has fields of its own for; all others are custom ones. */
const OWN_FIELDS = new Set([
  'Content-Security-Policy',
  'X-Content-Type-Options',
  'Referrer-Policy',
  'Access-Control-Allow-Origin',
  'Cache-Control',
]);

/** The headers that CloudFront is to send for paths like one: a ResponseHeadersPolicyConfig (AWS CloudFront API 2020-05-31). */
function headersPolicy(name: string, path: string): string {
  const headers = new Map(headersFor(path));
  const custom = [...headers].filter(([header]) => !OWN_FIELDS.has(header));
  const list = (items: readonly string[]) => ({ Quantity: items.length, Items: items });
  return JSON.stringify(
    {
      Name: name,
      SecurityHeadersConfig: {
        ContentTypeOptions: { Override: true },
        ReferrerPolicy: { Override: true, ReferrerPolicy: headers.get('Referrer-Policy') },
        ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: policyFor(path) },
      },
      CustomHeadersConfig: {
        Quantity: custom.length,
        Items: custom.map(([Header, Value]) => ({ Header, Value, Override: true })),
      },
      ...(headers.has('Access-Control-Allow-Origin') && {
        CorsConfig: {
          AccessControlAllowOrigins: list(['*']),
          AccessControlAllowHeaders: list(['*']),
          AccessControlAllowMethods: list(['GET', 'HEAD']),
          AccessControlAllowCredentials: false,
          OriginOverride: true,
        },
      }),
    },
    null,
    2,
  );
}

/** The upload of every kind of file with its type and caching, each file once: what comes last among filters holds. */
function uploads(): readonly string[] {
  const hidden = HIDDEN_NAMES.map((name) => `--exclude ${quoted(relative(name))}`);
  const kinds = [...MEDIA_TYPES, ['', 'application/octet-stream'] as const];
  return kinds.flatMap(([ending, type], i) =>
    CACHING.flatMap(([prefix, caching], j) => {
      const within = (start: string, end: string) =>
        `${relative(start)}*${end.startsWith('/') ? relative(end) : end}`;
      const others = kinds.slice(0, i).filter(([other]) => other.endsWith(ending));
      const inner = CACHING.slice(0, j).filter(([other]) => other.startsWith(prefix));
      return [
        [
          `up --include ${quoted(within(prefix, ending))}`,
          ...others.map(([other]) => `--exclude ${quoted(within(prefix, other))}`),
          ...inner.map(([other]) => `--exclude ${quoted(`${relative(other)}*`)}`),
          ...hidden,
          `--content-type ${quoted(type)}`,
          `--cache-control ${quoted(caching)}`,
        ].join(' '),
      ];
    }),
  );
}

/**
 * A shell script that lays a site in an S3 bucket with the right type and caching of every file, and prints what
 * CloudFront is to send.
 * @param written the line that says who wrote it
 */
export function s3Script(written: string): string {
  const open = OPEN_PATHS[0] ?? '/api/';
  const print = (option: string, name: string, path: string) =>
    `if [ "\${1:-}" = ${option} ]; then\n  cat <<'JSON'\n${headersPolicy(name, path)}\nJSON\n  exit 0\nfi`;
  return `#!/bin/sh
# ${written}
# Lägger webbplatsen i en S3-hink: sh deploy/s3.sh MAPP HINK
# Skriver ut vad CloudFront ska skicka, en policy för varje slags sida:
#   sh deploy/s3.sh --huvuden            allt annat
#   sh deploy/s3.sh --huvuden-inbaddat   ${EMBED_PATH}*
#   sh deploy/s3.sh --huvuden-data       ${OPEN_PATHS.map((p) => `${p}*`).join(' ')}
# Varje: sh deploy/s3.sh --huvuden > policy.json
#   aws cloudfront create-response-headers-policy --response-headers-policy-config file://policy.json
set -eu
${print('--huvuden', 'oppna-jamforelser', '/')}
${print('--huvuden-inbaddat', 'oppna-jamforelser-inbaddat', `${EMBED_PATH}x/`)}
${print('--huvuden-data', 'oppna-jamforelser-data', open)}
if [ $# -ne 2 ]; then echo 'Så här används kommandot: sh deploy/s3.sh MAPP HINK' >&2; exit 2; fi
site=$1
bucket=$2
up() { aws s3 cp "$site" "s3://$bucket" --recursive --only-show-errors --exclude '*' "$@"; }
${uploads().join('\n')}
# Sist tas det bort som inte finns längre.
aws s3 sync "$site" "s3://$bucket" --delete --size-only --only-show-errors ${HIDDEN_NAMES.map((name) => `--exclude ${quoted(relative(name))}`).join(' ')}
`;
}

/**
 * The content security policy: nothing from anyone else, nothing inline. `wasm-unsafe-eval` is for Pagefind, whose
 * search index is read by WebAssembly; it lets no script in.
 */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
] as const;

/** For `<meta http-equiv>`; `frame-ancestors` has no effect there and stands only in the header. */
export const CSP: string = DIRECTIVES.join('; ');

/** Pages that other sites may show in a frame. */
export const EMBED_PATH = '/inbaddat/';

/** The header's policy for a path: only the pages below `EMBED_PATH` may stand in somebody else's frame. */
export function policyFor(path: string): string {
  return `${CSP}; frame-ancestors ${path.startsWith(EMBED_PATH) ? '*' : "'self'"}`;
}

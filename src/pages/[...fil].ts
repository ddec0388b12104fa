import type { APIRoute } from 'astro';
import { filesAreWritten, servedFiles } from '../pipeline/site.ts';

/** `npm run dev` writes a file when it is asked for; a build has written them all before its pages. */
export async function getStaticPaths() {
  if (filesAreWritten()) return [];
  return (await servedFiles()).map((file) => ({ params: { fil: file.path } }));
}

export const GET: APIRoute = async ({ params }) => {
  const file = (await servedFiles()).find((f) => f.path === params.fil);
  if (!file) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(await file.content()), { headers: { 'Content-Type': file.mediaType } });
};

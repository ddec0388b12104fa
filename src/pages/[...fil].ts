import type { APIRoute } from 'astro';
import { allFiles, fileAt } from '../files/index.ts';
import { site } from '../pipeline/site.ts';

/** Every download is a route that calls its writer. */
export async function getStaticPaths() {
  return allFiles(await site()).map((file) => ({ params: { fil: file.path } }));
}

export const GET: APIRoute = async ({ params }) => {
  const file = fileAt(await site()).get(params.fil ?? '');
  if (!file) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(await file.content()), { headers: { 'Content-Type': file.mediaType } });
};

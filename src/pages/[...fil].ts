import type { APIRoute } from 'astro';
import { allFiles, fileAt } from '../files/index.ts';
import { site, writtenManifest } from '../pipeline/site.ts';

/** `npm run dev` writes a file when it is asked for; a build has written them all before its pages. */
export async function getStaticPaths() {
  if (writtenManifest() !== undefined) return [];
  return allFiles(await site()).map((file) => ({ params: { fil: file.path } }));
}

export const GET: APIRoute = async ({ params }) => {
  const file = fileAt(await site()).get(params.fil ?? '');
  if (!file) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(await file.content()), { headers: { 'Content-Type': file.mediaType } });
};

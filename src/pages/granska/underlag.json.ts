import type { APIRoute } from 'astro';
import { definitionTexts } from '../../pipeline/site.ts';

/** What the checker holds a file against: the reference data and the definitions, no answers. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(Object.fromEntries(await definitionTexts())), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });

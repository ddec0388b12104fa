import type { APIRoute } from 'astro';
import { definitions } from '../../pipeline/site.ts';

/** What the checker holds a file against: the reference data and the definitions, no answers. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(Object.fromEntries(await definitions())), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });

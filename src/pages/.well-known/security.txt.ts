import type { APIRoute } from 'astro';
import { site } from '../../pipeline/site.ts';
import { securityText } from '../../serving/security.ts';

export const GET: APIRoute = async () =>
  new Response(securityText((await site()).catalogue.release), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });

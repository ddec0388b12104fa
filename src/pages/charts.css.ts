import type { APIRoute } from 'astro';
import { chartCss } from '../charts/css.ts';

/** The stylesheet of all charts, written from their classes so that pages and downloads cannot differ. */
export const GET: APIRoute = () =>
  new Response(chartCss(), { headers: { 'Content-Type': 'text/css; charset=utf-8' } });

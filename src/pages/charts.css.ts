import type { APIRoute } from 'astro';
import { chartCss, colourCss, markCss } from '../charts/css.ts';

/** The colours and the stylesheet of all charts, written from their one source so that pages and downloads cannot differ. */
export const GET: APIRoute = () =>
  new Response(colourCss() + chartCss() + markCss(), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });

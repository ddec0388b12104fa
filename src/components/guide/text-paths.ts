import { textsOf } from '../../content/guide/shelf.ts';
import type { GuidePage, GuidePart } from '../../model/guide.ts';
import { site } from '../../pipeline/site.ts';

/** The static paths of a shelf's texts. */
export async function textPaths(del: GuidePart) {
  return textsOf(await site(), del).map((text): { params: { text: string }; props: { text: GuidePage } } => ({
    params: { text: text.slug },
    props: { text },
  }));
}

import { z } from 'zod';

/** A web address that may become a link: nothing that runs (`javascript:`), holds (`data:`) or opens files. */
export const WebAddress = z.url({ protocol: /^https?$/ });

/** The same, or an e-mail address to write to. */
export const LinkAddress = z.url({ protocol: /^(https?|mailto)$/ });

/**
 * True for what a link in a text may lead to: a web address, an e-mail address, a page of ours (`/stod/`) or a place
 * on the same page (`#rubrik`). Written out: what only becomes an address when it is decoded is none.
 */
export const isLinkTarget = (href: string): boolean =>
  /^(https?:\/\/[^\s]|mailto:[^\s]|\/(?!\/)|#)/i.test(href);

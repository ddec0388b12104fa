/** What a release says of who publishes it and when, as far as the file needs it. */
export type Published = {
  readonly webbplats: string;
  /** `2026-11-23` */
  readonly datum: string;
  readonly organisation: { readonly epost: string };
};

/** How long the contact holds: a year from the publication, when a new one should have come. */
const MONTHS = 12;

/** `/.well-known/security.txt` (RFC 9116): where whoever finds a weakness can write. Depends on the release alone. */
export function securityText({ webbplats, datum, organisation }: Published): string {
  const expires = new Date(`${datum}T00:00:00Z`);
  expires.setUTCMonth(expires.getUTCMonth() + MONTHS);
  return [
    `Contact: mailto:${organisation.epost}`,
    `Expires: ${expires.toISOString().replace('.000', '')}`,
    'Preferred-Languages: sv, en',
    `Canonical: ${new URL('/.well-known/security.txt', webbplats).href}`,
    '',
  ].join('\n');
}

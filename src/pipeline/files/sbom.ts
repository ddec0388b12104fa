import { z } from 'zod';
import { jsonBytes } from '../../files/common/bytes.ts';
import type { PublishedFile } from '../../files/file.ts';
import { parsedJson } from '../json.ts';

/** What is read of `package-lock.json`: every package that the tool is made of, at its exact version. */
const LOCK = z.object({
  name: z.string(),
  version: z.string(),
  packages: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      version: z.string().optional(),
      integrity: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});
export type PackageLock = z.infer<typeof LOCK>;

/** @throws when the lock file is not one: the tool itself is broken then */
export function readLock(bytes: Uint8Array): PackageLock {
  const lock = parsedJson(LOCK, new TextDecoder().decode(bytes));
  if (lock === null) throw new Error('package-lock.json is not a lock file');
  return lock;
}

export const SBOM_PATH = 'data/verktyg.cdx.json';

/** The bill of materials of the tool that made a release (CycloneDX 1.6): no time and no machine, so always the same. */
export function sbomFile(lockFile: Uint8Array): PublishedFile {
  return {
    path: SBOM_PATH,
    mediaType: 'application/vnd.cyclonedx+json',
    format: 'CycloneDX',
    title: 'Paket som verktyget är byggt av',
    description:
      'Varje programpaket som har gjort webbplatsen, med version, kontrollsumma och licens (SBOM enligt CycloneDX 1.6).',
    opensIn: 'verktyg för säkerhetsgranskning, textprogram',
    group: 'version',
    example: false,
    content: () => jsonBytes(bomOf(readLock(lockFile)), 1),
  };
}

function bomOf({ name, version, packages }: PackageLock) {
  const components = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, entry]) => componentOf(entry.name ?? path.replace(/^.*node_modules\//, ''), entry));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': `${name}@${version}`, name, version } },
    // One package may lie at several places: it is one component.
    components: [...new Map(components.map((c) => [c['bom-ref'], c])).values()],
  };
}

function componentOf(
  name: string,
  { version = '', integrity, license, optional }: PackageLock['packages'][string],
) {
  const hash = integrity === undefined ? undefined : /^sha512-([^ ]+)/.exec(integrity)?.[1];
  return {
    type: 'library',
    'bom-ref': `${name}@${version}`,
    name,
    version,
    scope: optional === true ? 'optional' : 'required',
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    ...(hash === undefined
      ? {}
      : { hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }] }),
    ...(license === undefined ? {} : { licenses: [licenceOf(license)] }),
  };
}

/** One licence by its SPDX id, or an expression of several. */
const licenceOf = (license: string) =>
  /[ (]/.test(license) ? { expression: license } : { license: { id: license } };

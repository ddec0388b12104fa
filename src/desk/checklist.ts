import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Edition, Omrade } from '../model/edition.ts';
import { placedFinding, type ValidationReport } from '../model/finding.ts';
import { RIKET } from '../model/kommun.ts';
import { formatNumber, formatPercent } from '../text/numbers.ts';

/** One thing on the list before a release. What stops must be mended; a warning is for the publisher to judge. */
export type ChecklistItem = {
  /** Stable and language-free, for tests and for the guidance page. */
  readonly code: ChecklistCode;
  readonly stops: boolean;
  readonly message: string;
};

export type ChecklistCode = keyof typeof STOPS;

/** Every point of the list, and whether it stops a release. */
const STOPS = {
  'data-fel': true,
  exempelutgivare: true,
  'exempel-i-riktig': true,
  'licens-saknas': true,
  'kontakt-saknas': true,
  'metod-saknas': true,
  'nationell-siffra-skiljer': true,
  lankar: true,
  tillganglighet: true,
  'svarsandel-lag': false,
  'ingen-forandring': false,
  'text-andrad': false,
  'gamla-siffror': false,
  'andrad-for-hand': false,
} as const;

/** What the list is made from. `index` is null when the data has errors: then nothing else can be judged. */
export type ChecklistInput = {
  readonly index: CatalogueIndex | null;
  readonly report: ValidationReport;
  /** SHA-256 of a file of the data folder, by path. */
  readonly hashOf: (path: string) => string | null;
};

export const checklistItem = (code: ChecklistCode, message: string): ChecklistItem => ({
  code,
  stops: STOPS[code],
  message,
});

/** A name or an address that was left as an example. */
const PLACEHOLDER = /exempelutgivar|byt ut mot|\.example(\/|$|\b)|@example\./i;
/** Below this share of answers a result says little about all. */
const RESPONSE_FLOOR = 0.6;

/** Everything that is known from the data before anything is built: what stops, then what to think about. */
export function releaseChecklist({ index, report, hashOf }: ChecklistInput): readonly ChecklistItem[] {
  const errors = report.findings.filter((f) => f.severity === 'error');
  const broken = errors.slice(0, 5).map((f) => checklistItem('data-fel', placedFinding(f)));
  if (!index)
    return [
      ...broken,
      ...(errors.length > 5
        ? [
            checklistItem(
              'data-fel',
              `Och ${formatNumber(errors.length - 5)} fel till. Kör npm run validate.`,
            ),
          ]
        : []),
    ];
  const items = [
    ...publisher(index),
    ...index.catalogue.omraden.flatMap((o) => o.utgavor.flatMap((e) => editionItems(index, o, e))),
    ...report.findings
      .filter((f) => f.code.startsWith('publicerat-skiljer'))
      .map((f) => checklistItem('nationell-siffra-skiljer', f.message)),
    ...imports(index, hashOf),
    ...unchanged(index),
  ];
  return items.toSorted((a, b) => Number(b.stops) - Number(a.stops));
}

function publisher({ catalogue }: CatalogueIndex): readonly ChecklistItem[] {
  const { organisation, licens, webbplats } = catalogue.release;
  const texts = [
    ['publicering.json, organisation.namn', organisation.namn],
    ['publicering.json, organisation.epost', organisation.epost],
    ['publicering.json, webbplats', webbplats],
    ...catalogue.omraden.flatMap((o) => [
      [`${o.fil}, utgivare`, o.utgivare],
      [`${o.fil}, kontakt`, o.kontakt],
    ]),
  ] as const;
  return [
    ...texts
      .filter(([, text]) => text !== null && PLACEHOLDER.test(text))
      .map(([where, text]) =>
        checklistItem('exempelutgivare', `${where} är fortfarande ett exempel: ”${text}”.`),
      ),
    ...catalogue.kalender
      .filter((h) => /^exempel/i.test(h.titel))
      .map((h) => checklistItem('exempelutgivare', `kalender.json har kvar ett exempel: ”${h.titel}”.`)),
    ...(licens.namn.trim() === ''
      ? [checklistItem('licens-saknas', 'publicering.json saknar licensens namn.')]
      : []),
    ...catalogue.omraden
      .filter((o) => o.kontakt.trim() === '')
      .map((o) => checklistItem('kontakt-saknas', `${o.fil} saknar kontakt.`)),
    ...(catalogue.texter.sidor.some((p) => /metod/i.test(p.slug))
      ? []
      : [
          checklistItem(
            'metod-saknas',
            'Det finns ingen sida om metoden i texter/anvandarguide/ (till exempel 50-metod.md).',
          ),
        ]),
  ];
}

function editionItems(index: CatalogueIndex, omrade: Omrade, edition: Edition): readonly ChecklistItem[] {
  const name = `${omrade.kortnamn} ${edition.ar}`;
  const path = `omraden/${omrade.slug}/enkat/${edition.ar}.csv`;
  const record = index.catalogue.inlasta.find((i) => i.fil === path);
  const imported = new Set(record?.inlasningar.flatMap((i) => i.indikatorer));
  const unproven = edition.verkliga.filter((id) => !imported.has(id));
  return [
    ...(unproven.length > 0
      ? [
          checklistItem(
            'exempel-i-riktig',
            `${name}: ${unproven.join(', ')} kallas riktiga, men ingen inläsning säger var svaren kommer ifrån.`,
          ),
        ]
      : []),
    ...index.catalogue.indikatorer.flatMap((i) => {
      const riket =
        i.typ === 'enkat' && i.omrade === omrade.slug
          ? index.observation(i.id, RIKET, edition.ar)
          : undefined;
      const { svarande, tillfragade, exempel } = riket ?? {
        svarande: null,
        tillfragade: null,
        exempel: true,
      };
      if (exempel || svarande === null || !tillfragade || svarande / tillfragade >= RESPONSE_FLOOR) return [];
      return [
        checklistItem(
          'svarsandel-lag',
          `${name}, ${i.kortnamn}: ${formatPercent((100 * svarande) / tillfragade)} svarade, under ${formatPercent(100 * RESPONSE_FLOOR)}.`,
        ),
      ];
    }),
  ];
}

const DAY = 24 * 60 * 60 * 1000;

function imports(index: CatalogueIndex, hashOf: ChecklistInput['hashOf']): readonly ChecklistItem[] {
  const { inlasta, release } = index.catalogue;
  return inlasta.flatMap(({ fil, sha256: written, inlasningar }) => {
    const texts = Map.groupBy(
      inlasningar.flatMap((i) => Object.entries(i.beskrivningar)),
      ([id]) => id,
    );
    const old = inlasningar.filter((i) => Date.parse(release.datum) - Date.parse(i.hamtad) > 365 * DAY);
    return [
      ...[...texts].flatMap(([id, list]) =>
        new Set(list.map(([, b]) => `${b.titel}\n${b.beskrivning}`)).size > 1
          ? [
              checklistItem(
                'text-andrad',
                `${fil}: källans beskrivning av ${id} har ändrats mellan inläsningarna. Är det samma mått?`,
              ),
            ]
          : [],
      ),
      ...(old.length > 0
        ? [
            checklistItem(
              'gamla-siffror',
              `${fil}: hämtad ${old[0]?.hamtad.slice(0, 10)}, mer än ett år före utgivningen.`,
            ),
          ]
        : []),
      ...(hashOf(fil) !== written
        ? [
            checklistItem(
              'andrad-for-hand',
              `${fil} har ändrats sedan den lästes in. Källan stämmer kanske inte längre.`,
            ),
          ]
        : []),
    ];
  });
}

/** Indicators whose national result is the same in two editions after one another: a copy, or nothing happens. */
function unchanged(index: CatalogueIndex): readonly ChecklistItem[] {
  return index.catalogue.indikatorer.flatMap((i) => {
    if (i.typ !== 'enkat') return [];
    const years = index.yearsOf(i.id).flatMap((ar) => {
      const o = index.observation(i.id, RIKET, ar);
      return ar !== null && o && !o.exempel && typeof o.varde === 'number' ? [{ ar, varde: o.varde }] : [];
    });
    const [last, before, third] = years.toReversed();
    const same = last && before && last.varde === before.varde && (!third || third.varde === last.varde);
    return same
      ? [
          checklistItem(
            'ingen-forandring',
            `${i.kortnamn}: riket har samma resultat ${before.ar} och ${last.ar}. Är filen en kopia?`,
          ),
        ]
      : [];
  });
}

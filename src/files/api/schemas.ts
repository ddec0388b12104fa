import { z } from 'zod';
import { Absence } from '../../model/absence.ts';
import { SVARSTYPER } from '../../model/answer.ts';
import { Edition, Enhet, OmradeDefinition } from '../../model/edition.ts';
import { IndicatorDefinition } from '../../model/indicator.ts';
import { Kalla as KallaDefinition } from '../../model/kalla.ts';
import { Kommunkod, Lanskod, Niva, ReferensKallor } from '../../model/kommun.ts';
import { Kon } from '../../model/observation.ts';
import { OF_ANSWERED, THE_YES_SHARE } from '../../text/base.ts';

/** The shapes of every answer of the API. OpenAPI is written from them, and the writer is typed by them. */

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const count = z.int().min(0);

/** Stands first in every file. */
export const aboutShape = {
  version: z.string().describe('Utgåvans version.'),
  datum: z.iso.date().describe('Dagen då utgåvan publicerades.'),
  licens: z.string().describe('Adress till licensen.'),
};

export const Varde = z
  .strictObject({
    indikator: z.string().describe('Indikatorns id.'),
    kod: z.string().describe('Platsens kod: riket 00, län två siffror, kommun fyra, stadsdel en egen.'),
    namn: z.string().describe('Platsens namn.'),
    niva: Niva.describe('Platsens nivå: stadsdel, kommun, lan eller riket.'),
    ar: z.int().nullable().describe('Året. Null när källan inte säger vilket år det är.'),
    kon: Kon.describe('T båda könen, K kvinnor, M män.'),
    varde: z
      .union([z.number(), z.string()])
      .nullable()
      .describe(
        `Tal, eller svarets ord. För en fråga i län och riket: ${THE_YES_SHARE}, ${OF_ANSWERED}, i procent (0–100).`,
      ),
    saknas: Absence.nullable().describe('Skälet när värdet saknas, annars null.'),
    saknasTecken: z.string().nullable().describe('Tecknet för skälet.'),
    saknasText: z.string().nullable().describe('Skälet i ord.'),
    svarande: count.nullable().describe('Hur många som svarade. Null för register.'),
    tillfragade: count.nullable().describe('Hur många som fick frågan. Null för register.'),
    bas: Enhet.nullable().describe('Vad procenten för län och riket räknas på.'),
    fordelning: z.record(z.string(), count).nullable().describe('Hur många som gav varje svar.'),
    exempel: z.boolean().describe('true när värdet, eller något det är räknat på, är påhittat.'),
    kalla: z
      .string()
      .describe('Var värdet kommer ifrån. Det som vi har räknat ut är en egen beräkning på det som anges.'),
    not: z.string().nullable().describe('Anmärkning.'),
    ursprung: z
      .strictObject({ fil: z.string(), rad: z.int() })
      .nullable()
      .describe('Filen och raden som värdet är läst ur. Null när det är uträknat.'),
  })
  .describe('Ett värde, eller ett skäl till att det saknas.');

export const PubliceradSiffra = z
  .strictObject({
    omrade: z.string(),
    indikator: z.string(),
    ar: z.int(),
    svar: z.string().nullable(),
    grupp: z.string(),
    varde: z.number(),
    enhet: z.enum(['procent', 'antal']),
    bas: z.string(),
    ungefar: z.boolean(),
    jamforbarFran: z.int().nullable(),
    kalla: z.string(),
    not: z.string(),
  })
  .describe('En nationell siffra som någon annan har publicerat. Verklig, inte uträknad av oss.');

const Kod = z.strictObject({ kod: z.string(), namn: z.string(), slug: z.string() });

export const ApiKommun = z.strictObject({
  kod: Kommunkod,
  namn: z.string(),
  slug: z.string(),
  lanskod: Lanskod,
  kommungrupp: z
    .string()
    .describe('Koden för kommunens grupp. Vilken indelning det är står i kommuner.json.'),
  folkmangd: count.describe('Invånare. Vilken dag, och vems siffra, står i kommuner.json.'),
  giltigFran: z.iso
    .date()
    .nullable()
    .describe('Första dagen för namnet och koden. Tomt när den är äldre än våra data.'),
  giltigTill: z.iso.date().nullable().describe('Sista dagen. Tomt så länge kommunen finns.'),
  ersattAv: list(Kommunkod).describe('Koderna för det som en tidigare kommun blev.'),
});

const ApiLan = z.strictObject({
  kod: Lanskod,
  namn: z.string(),
  slug: z.string(),
  bokstav: z.string(),
});

const ApiStadsdel = z.strictObject({
  kod: z.string(),
  kommunkod: Kommunkod,
  namn: z.string(),
  typ: z.string(),
  giltigFran: z.iso.date(),
  giltigTill: z.iso.date().nullable(),
  not: z.string(),
  kalla: z.string(),
});

export const Liknande = z
  .strictObject({
    kod: Kommunkod,
    namn: z.string(),
    avstand: z.number().describe('0 är lika; 1 är i snitt en standardavvikelse.'),
    likaI: list(z.string()).describe(
      'De mått där kommunerna är mest lika: folkmangd eller en indikators id.',
    ),
    sammaKommungrupp: z.boolean(),
  })
  .describe('En kommun med liknande förutsättningar.');

export const Indikator = IndicatorDefinition.extend({
  omrade: z.string().describe('Området som äger indikatorn.'),
  omraden: list(z.string()).describe('Alla områden som visar den.'),
});

const Resurs = z.strictObject({ adress: z.string(), titel: z.string() });

/** The names are DIGG's, in English. */
export const ApiInfo = z.strictObject({
  apiName: z.string(),
  apiVersion: z.string(),
  apiReleased: z.iso.date(),
  apiDocumentation: z.url(),
  apiStatus: z.literal('active'),
});

export const Innehall = z.strictObject({
  ...aboutShape,
  openapi: z.string(),
  resurser: list(Resurs),
  observationer: list(z.string()),
});
export const Kommuner = z.strictObject({
  ...aboutShape,
  kallor: ReferensKallor.describe('Dagen och källan för folkmängden, och vilken indelning i grupper det är.'),
  kommuner: list(ApiKommun),
  tidigareKommuner: list(ApiKommun).describe('Kommuner och namn som inte längre finns.'),
});
export const LanLista = z.strictObject({ ...aboutShape, lan: list(ApiLan) });
export const Stadsdelar = z.strictObject({ ...aboutShape, stadsdelar: list(ApiStadsdel) });
export const Omraden = z.strictObject({ ...aboutShape, omraden: list(OmradeDefinition) });
export const Indikatorer = z.strictObject({ ...aboutShape, indikatorer: list(Indikator) });

export const Grupper = z.strictObject({
  ...aboutShape,
  kommungrupper: list(Kod.extend({ kommuner: list(Kommunkod) })),
  storleksklasser: list(z.strictObject({ kod: z.string(), namn: z.string(), kommuner: list(Kommunkod) })),
});

export const Kallor = z.strictObject({
  ...aboutShape,
  kallor: list(
    KallaDefinition.extend({ visas: z.string().describe('Namnet så som det står vid siffrorna.') }),
  ),
});

export const Utgavor = z.strictObject({
  ...aboutShape,
  utgavor: list(Edition.extend({ omrade: z.string() })),
});

export const Tecken = z.strictObject({
  ...aboutShape,
  tecken: list(
    z.strictObject({ skal: Absence, tecken: z.string(), text: z.string(), forklaring: z.string() }),
  ),
});

export const IndikatorVarden = z.strictObject({
  ...aboutShape,
  indikator: z.string(),
  titel: z.string(),
  svarstyp: z.enum(SVARSTYPER),
  enhet: z.string(),
  count,
  values: list(Varde),
  publicerat: list(PubliceradSiffra),
});

const NyasteSvar = z
  .strictObject({
    indikator: z.string(),
    omrade: z.string().describe('Området som svaret visas i.'),
    ar: z.int().describe('Året då svaret gavs, eller då frågan senast ställdes om svar saknas.'),
    svar: z.string().describe('Svaret i ord, eller skälet när det saknas.'),
    aldreAnFemAr: z.boolean().describe('true när svaret är mer än fem år äldre än utgåvan.'),
    senareUtanSvar: z.int().nullable().describe('Ett senare år då frågan ställdes och inte fick något svar.'),
    liknandeSomSvaradeJa: list(
      z.strictObject({
        kod: Kommunkod,
        namn: z.string(),
        ar: z.int().describe('Året för dess nyaste svar.'),
        sedan: z.int().describe('Första året i följd med ja.'),
      }),
    ).describe('Högst tre liknande kommuner, när svaret inte är ja.'),
  })
  .describe('En kommuns nyaste svar på en fråga.');

export const KommunVarden = z.strictObject({
  ...aboutShape,
  kommun: ApiKommun,
  lan: z.string(),
  stadsdelar: list(z.string()).describe('Koder för stadsdelar med egna svar. Deras värden finns i values.'),
  grannar: list(Kommunkod),
  liknande: z.strictObject({
    allt: list(Liknande),
    bostad: list(Liknande),
    ekonomi: list(Liknande),
  }),
  nyast: list(NyasteSvar).describe('Det nyaste svaret på varje fråga, vart och ett med sitt år.'),
  count,
  values: list(Varde),
});

export const LanVarden = z.strictObject({
  ...aboutShape,
  lan: ApiLan,
  kommuner: list(Kommunkod),
  count,
  values: list(Varde),
});

export const RiketVarden = z.strictObject({
  ...aboutShape,
  count,
  values: list(Varde),
  publicerat: list(PubliceradSiffra),
});

export const KoladaVarden = z
  .strictObject({
    count,
    next_url: z.null(),
    previous_url: z.null(),
    values: list(
      z.strictObject({
        kpi: z.string(),
        municipality: z.string().describe('0000 riket, 00LL län, annars kommunkod.'),
        period: z.int().nullable(),
        values: list(
          z.strictObject({
            gender: Kon,
            count: z.int(),
            status: z.string().describe('Tomt, eller skälet när värdet saknas.'),
            value: z
              .number()
              .nullable()
              .describe('För en kommuns svar: 0 för det sista svaret, sedan 1 och 2. I övrigt talet.'),
          }),
        ),
      }),
    ),
  })
  .describe(
    'Ett svar i samma form som i Koladas API v3. Det är inte Koladas API: en fil för varje nyckeltal, utan urval, och värdena för län och riket är våra egna.',
  );

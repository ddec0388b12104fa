import { answersOf } from '../model/answer.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Indicator } from '../model/indicator.ts';
import { RIKET } from '../model/kommun.ts';
import type { Observation } from '../model/observation.ts';
import { perIndex } from '../model/per-index.ts';
import { breaksOf } from '../statistics/comparability.ts';
import { neighboursOf } from '../statistics/groups.ts';
import { peersOf } from '../statistics/peers.ts';
import { standingOf } from '../statistics/profile.ts';
import { kommunYears } from '../statistics/years.ts';
import { answerLabel } from '../text/answers.ts';
import { remarkOf } from '../text/remarks.ts';
import {
  ABSENT,
  type CompareAnswers,
  type CompareData,
  type CompareIndicator,
  type CompareYear,
} from './data.ts';

/** The comparison file's content. Indicators without values for kommuner are left out: there is nothing to compare. */
export const compareDataOf = perIndex((index: CatalogueIndex): CompareData => {
  const { release, referens, omraden, indikatorer } = index.catalogue;
  const rutor = new Map(referens.kommunrutor.map((r) => [r.kod, [r.col, r.row] as const]));
  return {
    release,
    kommuner: referens.kommuner.map((k) => ({
      kod: k.kod,
      namn: k.namn,
      slug: k.slug,
      lan: k.lanskod,
      grupp: k.kommungrupp,
      folkmangd: k.folkmangd,
      ruta: rutor.get(k.kod) ?? [0, 0],
    })),
    vatten: referens.vattenrutor.map(({ col, row }) => [col, row]),
    lan: referens.lan.map(({ kod, namn, slug }) => ({ kod, namn, slug })),
    grupper: referens.kommungrupper.map(({ kod, namn }) => ({ kod, namn })),
    omraden: omraden.map(({ slug, titel }) => ({ slug, titel })),
    indikatorer: indikatorer.flatMap((i) => compareIndicator(index, i) ?? []),
    liknande: Object.fromEntries(
      referens.kommuner.map((k) => [k.kod, peersOf(index, k.kod).map((p) => p.kod)]),
    ),
    grannar: Object.fromEntries(referens.kommuner.map((k) => [k.kod, neighboursOf(referens, k.kod)])),
  };
}, 'jamforelse');

function compareIndicator(index: CatalogueIndex, indicator: Indicator): CompareIndicator | null {
  const [newest, ...earlier] = kommunYears(index, indicator.id).map((ar) =>
    compareYear(index, indicator, ar),
  );
  if (!newest) return null;
  const answers = answersOf(indicator.svarstyp, indicator.kategorier);
  return {
    id: indicator.id,
    slug: indicator.slug,
    kortnamn: indicator.kortnamn,
    omrade: indicator.omrade,
    typ: answers.length > 0 ? 'svar' : 'tal',
    svarstyp: indicator.svarstyp,
    enhet: indicator.enhet,
    decimaler: indicator.decimaler,
    svar: answers.map((ord) => ({
      ord,
      text: answerLabel(indicator, ord),
      lage: standingOf(indicator, { varde: ord }),
    })),
    kalla: indicator.kalla,
    brott: breaksOf(indicator, index.omrade(indicator.omrade)),
    utgavor: [newest, ...earlier],
  };
}

function compareYear(index: CatalogueIndex, indicator: Indicator, ar: number | null): CompareYear {
  const observations = index.catalogue.referens.kommuner.map((k) =>
    index.observation(indicator.id, k.kod, ar),
  );
  const riket = index.observation(indicator.id, RIKET, ar);
  const question = answersOf(indicator.svarstyp, indicator.kategorier).length > 0;
  return {
    ar,
    exempel: observations.some((o) => o?.exempel === true),
    varden: observations.map((o) => o?.varde ?? `${ABSENT}${o?.saknas ?? 'uppgift-saknas'}`),
    anmarkningar: Object.fromEntries(
      observations.flatMap((o) => {
        const remark = remarkOf(o);
        return o && remark !== null ? [[o.kod, remark]] : [];
      }),
    ),
    riket: !question && typeof riket?.varde === 'number' ? riket.varde : null,
    riketSvar: riket ? answersIn(indicator, riket) : null,
    stadsdelar: Object.fromEntries(
      observations.flatMap((o) => {
        const answers = o && typeof o.varde !== 'string' ? answersIn(indicator, o) : null;
        return o && answers ? [[o.kod, answers]] : [];
      }),
    ),
  };
}

/** How the units behind a place's value answered; null where it is not an answer of several. */
function answersIn(indicator: Indicator, { fordelning, tillfragade }: Observation): CompareAnswers | null {
  if (fordelning === null) return null;
  const answers = answersOf(indicator.svarstyp, indicator.kategorier);
  return { antal: answers.map((ord) => fordelning[ord] ?? 0), tillfragade: tillfragade ?? 0 };
}

import type { Formular, Fraga, Svar } from '../../model/formular.ts';
import type { Inventering } from '../../model/inventering.ts';
import { isSmallBase } from '../../statistics/share.ts';
import { PROTECTED_WORDS } from '../../text/inventering.ts';
import { formatKronor, formatNumber, formatPercent } from '../../text/numbers.ts';
import { shareText } from '../../text/shares.ts';
import { type Shown, shownIn, uppgiftOf } from './figures.ts';

const DAYS = 365;

type Asked<Slag extends Svar['slag']> = Extract<Svar, { readonly slag: Slag }>;

/** The years of one kommun, oldest first, and the form that they were asked with. */
type Years = { readonly years: readonly Inventering[]; readonly now: Inventering; readonly form: Formular };

const fill = (mening: string, words: Readonly<Record<string, string>>): string =>
  mening.replaceAll(/\{(\w+)\}/g, (place, name: string) => words[name] ?? place);

const numberOf = (shown: Shown): number | null => (shown.kind === 'tal' ? shown.tal : null);

/** A figure and how it differs from the year before: `31 personer, 4 fler än 2023`. Null when not given. */
function antal({ years, now, form }: Years, svar: Asked<'antal'>): string | null {
  const { enhet } = uppgiftOf(form, svar.uppgift);
  const money = enhet === 'kronor';
  const unit = svar.ord ?? (money ? '' : enhet);
  const text = (n: number) => (money ? formatKronor(n) : formatNumber(n));
  const shown = shownIn(now, svar.uppgift, svar.kon, svar.alder);
  if (shown.kind === 'saknas') return null;
  if (shown.kind === 'skyddad') return fill(svar.mening, { svar: PROTECTED_WORDS });
  const said = unit === '' ? text(shown.tal) : `${text(shown.tal)} ${unit}`;
  const before = years.at(-2);
  const earlier = before && numberOf(shownIn(before, svar.uppgift, svar.kon, svar.alder));
  return fill(svar.mening, {
    svar: `${said}${changeSince(shown.tal, earlier, before?.ar, { money, text })}`,
  });
}

function changeSince(
  now: number,
  before: number | null | undefined,
  ar: number | undefined,
  { money, text }: { readonly money: boolean; readonly text: (n: number) => string },
): string {
  if (before === null || before === undefined || ar === undefined) return '';
  const change = now - before;
  if (change === 0) return money ? `, lika mycket som ${ar}` : `, lika många som ${ar}`;
  const [more, less] = money ? ['mer', 'mindre'] : ['fler', 'färre'];
  return `, ${text(Math.abs(change))} ${change > 0 ? more : less} än ${ar}`;
}

function andel({ now }: Years, { uppgift, kon, alder, av, mening }: Asked<'andel'>): string | null {
  const part = numberOf(shownIn(now, uppgift, kon, alder));
  const whole = numberOf(shownIn(now, av));
  if (part === null || whole === null) return null;
  const share = { count: part, of: whole };
  return isSmallBase(share) ? null : fill(mening, { svar: shareText(share) });
}

function kvot({ now, form }: Years, { uppgift, per, mening }: Asked<'kvot'>): string | null {
  const [over, under] = [numberOf(shownIn(now, uppgift)), numberOf(shownIn(now, per))];
  if (over === null || under === null || under === 0) return null;
  const quotient = over / under;
  return fill(mening, {
    svar: uppgiftOf(form, uppgift).enhet === 'kronor' ? formatKronor(quotient) : formatNumber(quotient, 1),
  });
}

function storst({ now }: Years, { bland, mening, lika }: Asked<'storst'>): string | null {
  const given = bland
    .map(({ uppgift, namn }) => ({ namn, tal: numberOf(shownIn(now, uppgift)) }))
    .flatMap(({ namn, tal }) => (tal === null ? [] : [{ namn, tal }]));
  // One that is hidden or not given could be the largest.
  if (given.length < bland.length) return null;
  const [first, next] = given.toSorted((a, b) => b.tal - a.tal);
  if (!first || !next || first.tal === 0) return null;
  return fill(first.tal === next.tal ? lika : mening, {
    storst: first.namn,
    tal: formatNumber(first.tal),
    nast: next.namn,
    nasttal: formatNumber(next.tal),
  });
}

function said(all: Years, svar: Svar): string | null {
  const tal = (kod: string) => numberOf(shownIn(all.now, kod));
  switch (svar.slag) {
    case 'antal':
      return antal(all, svar);
    case 'andel':
      return andel(all, svar);
    case 'kvot':
      return kvot(all, svar);
    case 'storst':
      return storst(all, svar);
    case 'helarsplatser': {
      const days = tal(svar.uppgift);
      return days === null
        ? null
        : fill(svar.mening, { tal: formatNumber(days), svar: formatNumber(days / DAYS, 1) });
    }
    case 'belaggning': {
      const [days, places] = [tal(svar.uppgift), tal(svar.platser)];
      return days === null || places === null || places === 0
        ? null
        : fill(svar.mening, { svar: formatPercent((100 * days) / (places * DAYS)) });
    }
    case 'skillnad': {
      const [own, other] = [tal(svar.uppgift), tal(svar.mot)];
      return own === null || other === null || own === other
        ? null
        : fill(svar.mening, { svar: formatNumber(own), mot: formatNumber(other) });
    }
  }
}

/** What the figures say to a question, in sentences; none when they say nothing. */
export function answersTo(fraga: Fraga, years: readonly Inventering[], form: Formular): readonly string[] {
  const now = years.at(-1);
  return now ? fraga.svar.flatMap((svar) => said({ years, now, form }, svar) ?? []) : [];
}

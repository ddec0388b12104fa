import { NEXT_RULE } from '../../content/inventering/next.ts';
import { PATTERN_RULE } from '../../content/inventering/patterns.ts';
import type { InventeringReport, ReportPart, ReportText } from '../../content/inventering/report.ts';
import { escapeXml } from '../../markup/escape.ts';
import type { Table } from '../../markup/table.ts';
import { ABSENCE_SYMBOL } from '../../model/absence.ts';
import { capitalise, countInWords } from '../../text/numbers.ts';

const TAL = { one: 'tal', many: 'tal', ett: true } as const;
const SIFFRA = { one: 'siffra', many: 'siffror' };

/** @param question where the table stands: a figure that answers two questions has a table under each. */
function table({ caption, columns, rows }: Table, question: string): string {
  const label = escapeXml(caption);
  const cell = (i: number) => (columns[i]?.numeric ? ' class="num"' : '');
  const head = columns.map((c, i) => `<th scope="col"${cell(i)}>${escapeXml(c.label)}</th>`).join('');
  const body = rows.map((row) => {
    const cells = row.map(({ text }, i) =>
      i === 0 ? `<th scope="row">${escapeXml(text)}</th>` : `<td${cell(i)}>${escapeXml(text)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="scroll" role="region" tabindex="0" aria-label="${label}, ${escapeXml(question)}"><table><caption>${label}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

/** Said to a question that no figure answers. */
export const NO_ANSWER = 'Inventeringen har inga siffror som svarar på frågan.';

const quotes = (texter: readonly ReportText[]): string =>
  texter
    .map(
      (t) =>
        `<figure class="citat"><figcaption>${escapeXml(t.namn)}, ${t.ar}</figcaption><blockquote><p>${escapeXml(t.text)}</p></blockquote></figure>`,
    )
    .join('');

/** What is hidden in a question's figures and why, and what is missing; nothing when all of it is there. */
function gaps({ dolda, saknas }: ReportPart): string {
  const hidden =
    dolda === 0
      ? ''
      : `<p>${capitalise(countInWords(dolda, TAL))} är ${dolda === 1 ? 'dolt' : 'dolda'} (${ABSENCE_SYMBOL.skyddad}) för att ingen ska kännas igen.</p>`;
  const missing =
    saknas.length === 0 ? '' : `<p>För ett fullt svar saknas: ${escapeXml(saknas.join('; '))}.</p>`;
  return hidden + missing;
}

function listed(said: readonly string[]): string {
  const [only, ...more] = said.map((a) => escapeXml(a));
  if (only !== undefined && more.length === 0) return `<p>${only}</p>`;
  return `<ul>${said.map((a) => `<li>${escapeXml(a)}</li>`).join('')}</ul>`;
}

function part(whole: ReportPart): string {
  const { id, question, answers, remarks, picture, tables, texter } = whole;
  const [years, ...people] = tables.map((t) => table(t, question));
  const divided = people.length === 0 ? '' : `<h3>Efter kön och ålder</h3>${people.join('')}`;
  const all =
    years === undefined ? '' : `<details><summary>Siffrorna år för år</summary>${years}${divided}</details>`;
  const figure = picture ? `<figure class="figure has-narrow">${picture.wide}${picture.narrow}</figure>` : '';
  const said = answers.length > 0 || texter.length > 0 ? answers : [NO_ANSWER];
  return `<section aria-labelledby="i-${id}"><h2 id="i-${id}">${escapeXml(question)}</h2>${listed(said)}${remarks.map((a) => `<p>${escapeXml(a)}</p>`).join('')}${gaps(whole)}${figure}${quotes(texter)}${all}</section>`;
}

/** How the small numbers were taken care of, in a sentence or two. */
export function protectionSentence({ dolda }: Pick<InventeringReport, 'dolda'>): string {
  if (dolda === 0) return 'Inga tal behövde döljas för att skydda enskilda.';
  return `${capitalise(countInWords(dolda, SIFFRA))} är dolda (${ABSENCE_SYMBOL.skyddad}): antal 1–4, och de som behövs för att ingen ska kunna räkna ut dem.`;
}

/** The compiled report as HTML below a page's h1; the same in the build and in the browser. All text is escaped. */
export function reportHtml(report: InventeringReport): string {
  const { patterns, texter, years, next } = report;
  const again =
    patterns.length > 0
      ? `<ul>${patterns.map((p) => `<li>${escapeXml(p)}</li>`).join('')}</ul>`
      : `<p>${years.length < 3 ? 'Mönster visas när det finns minst tre år i rad.' : 'Ingen siffra har ökat eller minskat tre år i rad.'}</p>`;
  const knowledge =
    texter.length === 0
      ? ''
      : `<section aria-labelledby="i-kunskap"><h2 id="i-kunskap">Vad medarbetarna har sett, och vad som är avstämt</h2><p>Fri text från inventeringen. Den ingår inte i några siffror.</p>${quotes(texter)}</section>`;
  const steps =
    next.length === 0
      ? '<p>Alla frågor har fått svar. Gör om inventeringen nästa år.</p>'
      : next
          .map(
            (n) =>
              `<h3>${escapeXml(n.namn)}</h3><p>${escapeXml(n.text)} Den kan svara på:</p><ul>${n.fragor.map((f) => `<li>${escapeXml(f)}</li>`).join('')}</ul>`,
          )
          .join('');
  return `<p>${escapeXml(protectionSentence(report))}</p><section aria-labelledby="i-monster"><h2 id="i-monster">Återkommande mönster</h2>${again}<p><small>${escapeXml(PATTERN_RULE)}</small></p></section>${report.parts.map(part).join('')}${knowledge}<section aria-labelledby="i-nasta"><h2 id="i-nasta">Nästa steg</h2>${steps}<p><small>${escapeXml(NEXT_RULE)}</small></p></section>`;
}

import type { InventeringReport, ReportPart } from '../../content/inventering/report.ts';
import { escapeXml } from '../../markup/escape.ts';
import type { Table } from '../../markup/table.ts';
import { ABSENCE_SYMBOL } from '../../model/absence.ts';
import { countInWords } from '../../text/numbers.ts';

const SIFFRA = { one: 'siffra', many: 'siffror' };

function table({ caption, columns, rows }: Table): string {
  const label = escapeXml(caption);
  const cell = (i: number) => (columns[i]?.numeric ? ' class="num"' : '');
  const head = columns.map((c, i) => `<th scope="col"${cell(i)}>${escapeXml(c.label)}</th>`).join('');
  const body = rows.map((row) => {
    const cells = row.map(({ text }, i) =>
      i === 0 ? `<th scope="row">${escapeXml(text)}</th>` : `<td${cell(i)}>${escapeXml(text)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="scroll" role="region" tabindex="0" aria-label="${label}"><table><caption>${label}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

/** Said to a question that no figure answers. */
export const NO_ANSWER = 'Inventeringen har inga siffror som svarar på frågan.';

function part({ id, question, answers, remarks, picture, tables }: ReportPart): string {
  const [years, ...people] = tables.map(table);
  const divided =
    people.length === 0 ? '' : `<details><summary>Efter kön och ålder</summary>${people.join('')}</details>`;
  const figure = picture ? `<figure class="figure has-narrow">${picture.wide}${picture.narrow}</figure>` : '';
  return `<section aria-labelledby="i-${id}"><h2 id="i-${id}">${escapeXml(question)}</h2>${[...(answers.length > 0 ? answers : [NO_ANSWER]), ...remarks].map((a) => `<p>${escapeXml(a)}</p>`).join('')}${figure}${years ?? ''}${divided}</section>`;
}

/** How the small numbers were taken care of, in a sentence or two. */
export function protectionSentence({ dolda }: Pick<InventeringReport, 'dolda'>): string {
  if (dolda === 0) return 'Inga tal behövde döljas för att skydda enskilda.';
  return `${countInWords(dolda, SIFFRA).replace(/^./, (c) => c.toLocaleUpperCase('sv'))} är dolda (${ABSENCE_SYMBOL.skyddad}): antal 1–4, och de som behövs för att ingen ska kunna räkna ut dem.`;
}

/** The compiled report as HTML below a page's h1; the same in the build and in the browser. All text is escaped. */
export function reportHtml(report: InventeringReport): string {
  const { patterns, texter, years } = report;
  const again =
    patterns.length > 0
      ? `<ul>${patterns.map((p) => `<li>${escapeXml(p)}</li>`).join('')}</ul>`
      : `<p>${years.length < 3 ? 'Mönster visas när det finns minst tre år i rad.' : 'Ingen siffra har ökat eller minskat tre år i rad.'}</p>`;
  const knowledge =
    texter.length === 0
      ? ''
      : `<section aria-labelledby="i-kunskap"><h2 id="i-kunskap">Vad medarbetarna har sett</h2><p>Fri text från inventeringen. Den ingår inte i några siffror.</p>${texter.map((t) => `<blockquote><p>${escapeXml(t.text)}</p><footer>${t.ar}</footer></blockquote>`).join('')}</section>`;
  return `<p>${escapeXml(protectionSentence(report))}</p><section aria-labelledby="i-monster"><h2 id="i-monster">Återkommande mönster</h2>${again}</section>${report.parts.map(part).join('')}${knowledge}`;
}

import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/markup/markdown.ts';

describe('renderMarkdown', () => {
  it('gives headings an id, and lists those of the second level', () => {
    const { html, headings } = renderMarkdown('## Så *läser* du [allt](/x/)\n\n### Ännu en\n');
    expect(headings).toEqual([{ id: 'sa-laser-du-allt', text: 'Så läser du allt' }]);
    expect(html).toContain('<h2 id="sa-laser-du-allt">Så <em>läser</em> du <a href="/x/">allt</a></h2>');
    expect(html).toContain('<h3 id="annu-en">Ännu en</h3>');
  });

  it('puts a table in a box of its own, with header cells', () => {
    const { html } = renderMarkdown('| Ord | Betyder |\n|---|---|\n| **Ja** | Finns |\n');
    expect(html).toContain(
      '<div class="scroll" tabindex="0" role="region" aria-label="Tabell: Ord, Betyder">',
    );
    expect(html).toContain('<th scope="col">Betyder</th>');
    expect(html).toContain('<th scope="row"><strong>Ja</strong></th><td>Finns</td>');
  });

  it('has no style attribute, which our policy forbids', () => {
    expect(renderMarkdown('| a |\n|--:|\n| 1 |\n\n1. x\n')).not.toMatchObject({
      html: expect.stringContaining('style='),
    });
  });
});

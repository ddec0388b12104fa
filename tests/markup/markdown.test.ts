import fc from 'fast-check';
import { parseHTML } from 'linkedom';
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

describe('whatever a text says', () => {
  // Ingest refuses each of these; the second line of defence is tried without it.
  const HOSTILE = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '![b](https://annan.example/b.png)',
    '<iframe src="https://annan.example/"></iframe>',
    '[a](javascript:alert(1))',
    '[a](JAVASCRIPT&#58;alert(1))',
    '[a](data:text/html,x)',
    '[a](//annan.example/)',
    '<a href="vbscript:x">a</a>',
    '<svg onload=alert(1)>',
    '<p style="color:red" onclick="x()">a</p>',
    '<form action="https://annan.example/"><input></form>',
    '| " onmouseover="alert(1) |\n|---|\n| a |',
    '## <b onclick=x>r</b>',
    '<math><mi xlink:href="javascript:x">a</mi></math>',
    '<style>@import "https://annan.example/"</style>',
    '<base href="https://annan.example/">',
    '<meta http-equiv="refresh" content="0;url=https://annan.example/">',
    '<div class="x scroll" tabindex="0">a</div>',
    '<<script>script>alert(1)<</script>/script>',
  ];
  const TAGS =
    /^(h[2-6]|p|ul|ol|li|blockquote|pre|hr|br|div|table|thead|tbody|tr|th|td|strong|em|del|code|a)$/;
  const ATTRIBUTES = /^(href|title|start|scope|tabindex|role|aria-label|id|class)$/;

  it('only what Markdown is for comes out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme' }))),
        (parts) => {
          const { document } = parseHTML(
            `<html><body>${renderMarkdown(parts.join('\n\n')).html}</body></html>`,
          );
          for (const element of document.querySelectorAll('body *')) {
            expect(element.localName).toMatch(TAGS);
            for (const { name } of [...element.attributes]) expect(name).toMatch(ATTRIBUTES);
            const href = element.getAttribute('href');
            if (href !== null) expect(href).toMatch(/^(https?:\/\/|mailto:|\/(?!\/)|#)/i);
          }
        },
      ),
      { seed: 9, numRuns: 300 },
    );
  });

  it('a link that leads nowhere good is only its words', () => {
    expect(renderMarkdown('En [länk](javascript:alert(1)).').html).toBe('<p>En länk.</p>\n');
  });
});

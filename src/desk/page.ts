import { escapeXml } from '../markup/escape.ts';

/** Markup that is already escaped: everything else is escaped when it is put in. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
/** What may stand in a page; nothing is written of what is not there. */
type Content = string | number | Html | null | undefined | readonly Content[];

const textOf = (content: Content): string =>
  content === null || content === undefined
    ? ''
    : content instanceof Html
      ? content.text
      : Array.isArray(content)
        ? content.map(textOf).join('')
        : escapeXml(String(content));

/** A template whose values are escaped. */
export const html = (parts: TemplateStringsArray, ...values: readonly Content[]): Html =>
  new Html(parts.map((part, i) => part + textOf(values[i])).join(''));

export const STYLE = `*{box-sizing:border-box}body{overflow-wrap:break-word;font:18px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1b2a33;background:#fbfaf7}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #ccc}
nav ul{display:flex;flex-wrap:wrap;gap:1rem;list-style:none;padding:0}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#fff;border:1px solid #ccc;padding:.8rem}
button,input,select{font:inherit;padding:.4rem .7rem;min-height:2.6rem;max-width:100%}button{background:#0b5563;color:#fff;border:0;border-radius:4px}
:focus-visible{outline:3px solid #b34700;outline-offset:2px}.stop{border-left:5px solid #b00020;padding-left:.8rem}.warn{border-left:5px solid #b36200;padding-left:.8rem}
fieldset{min-width:0}label{display:block;margin:.6rem 0}.drop{border:2px dashed #0b5563;border-radius:6px;padding:1rem}.drop input{display:block;width:100%;margin-top:.5rem;padding:1.6rem 1rem;background:#fff}button.quiet{background:#fff;color:#0b5563;border:1px solid #0b5563}input:not([type=file]),select{width:min(100%,26rem);display:block;border:1px solid #5b6b75;border-radius:4px;background:#fff}h2{margin-top:2rem}li{margin:.2rem 0}a{color:#0b5563}.scroll{overflow-x:auto}`;

/** A whole page of the desk. */
export function deskPage(title: string, main: Html): string {
  return html`<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – Skrivbordet</title><link rel="stylesheet" href="/stil.css"></head><body>
<header><nav aria-label="Huvudmeny"><ul><li><a href="/">Läget</a></li><li><a href="/las-in">Läs in</a></li><li><a href="/skillnad">Skillnad</a></li><li><a href="/ge-ut">Ge ut</a></li></ul></nav></header>
<main><h1>${title}</h1>${main}</main></body></html>`.text;
}

/** A form that only this desk can have written: it carries the desk's own token. */
export const form = (token: string, action: string, content: Html, multipart = false): Html =>
  html`<form method="post" action="${action}"${multipart ? new Html(' enctype="multipart/form-data"') : ''}><input type="hidden" name="token" value="${token}">${content}</form>`;

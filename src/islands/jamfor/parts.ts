/** An element of the page's own markup. @throws when the page and this script do not belong together */
function part<T extends Element = HTMLElement>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** The elements of `/jamfor/` that the script reads and writes. */
export function partsOf(root: HTMLElement) {
  const finder = part<HTMLFormElement>(root, 'form.finder');
  const indicators = part(root, '.jamfor-indikatorer');
  const list = part<HTMLDetailsElement>(root, '.valda');
  return {
    root,
    finder,
    input: part<HTMLInputElement>(finder, 'input'),
    options: part(finder, 'ul'),
    finderStatus: part(finder, '[role=status]'),
    message: part(root, '.jamfor-besked'),
    list,
    count: part(list, '[data-valda]'),
    chips: part(list, '.chips'),
    group: part<HTMLSelectElement>(root, '#jamfor-grupp'),
    addGroup: part(root, '[data-add]'),
    against: part<HTMLSelectElement>(root, '#jamfor-mot'),
    year: part<HTMLSelectElement>(root, '#jamfor-ar'),
    beside: part<HTMLSelectElement>(root, '#jamfor-med'),
    besideField: part(root, '[data-med]'),
    indicators,
    boxes: [...indicators.querySelectorAll('input')],
    allIndicators: part(indicators, 'button'),
    indicatorCount: part(root, '[data-antal]'),
    tools: part(root, '.jamfor-verktyg'),
    views: [...root.querySelectorAll<HTMLElement>('[data-vy]')],
    mapped: part<HTMLSelectElement>(root, '#jamfor-karta'),
    mappedField: part(root, '[data-karta]'),
    notes: part(root, '[data-utan-ar]'),
    result: part(root, '#jamfor-resultat'),
    legend: part(root, '[data-legend]'),
  };
}
export type Parts = ReturnType<typeof partsOf>;

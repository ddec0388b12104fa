/**
 * What is wrong with the text of a page's figures, as they are drawn in the window: run inside the page. A text collides
 * when its letters (not the whole line box) overlap other letters, a point or a line of the plot, or leave the drawing.
 */
export function figureFaults(): readonly string[] {
  const SMALLEST = 11.9;
  type Box = { readonly x: number; readonly y: number; readonly r: number; readonly b: number };
  const faults: string[] = [];
  /** The shape itself in the window: the rectangle that the browser gives has the halo around letters in it. */
  const boxOf = (e: SVGGraphicsElement): Box => {
    const { x, y, width, height } = e.getBBox();
    const m = e.getScreenCTM() ?? new DOMMatrix();
    const at = (px: number, py: number) => new DOMPoint(px, py).matrixTransform(m);
    const corners = [at(x, y), at(x + width, y), at(x, y + height), at(x + width, y + height)];
    const xs = corners.map((c) => c.x);
    const ys = corners.map((c) => c.y);
    return { x: Math.min(...xs), y: Math.min(...ys), r: Math.max(...xs), b: Math.max(...ys) };
  };
  /** The letters without the room above and below them. */
  const lettersOf = (e: SVGGraphicsElement): Box => {
    const box = boxOf(e);
    const room = (box.b - box.y) * 0.22;
    return { x: box.x + 0.5, y: box.y + room, r: box.r - 0.5, b: box.b - room };
  };
  const meet = (a: Box, b: Box, by = 1) =>
    Math.min(a.r, b.r) - Math.max(a.x, b.x) > by && Math.min(a.b, b.b) - Math.max(a.y, b.y) > by;
  for (const svg of document.querySelectorAll<SVGSVGElement>('svg.chart')) {
    const { left, top, right, bottom } = svg.getBoundingClientRect();
    const frame: Box = { x: left, y: top, r: right, b: bottom };
    if (frame.r - frame.x < 1) continue;
    const figure = svg.closest('figure')?.id || svg.closest('[id]')?.id || 'figure';
    const matrix = svg.getScreenCTM();
    const scale = matrix ? Math.hypot(matrix.a, matrix.b) : 1;
    const texts = [...svg.querySelectorAll<SVGTextElement>('text')].filter(
      (t) => (t.textContent ?? '').trim() !== '' && t.getBoundingClientRect().width > 0,
    );
    const say = (what: string) => faults.push(`${figure} (${svg.getAttribute('class')}): ${what}`);
    const words = (t: Element) => `”${(t.textContent ?? '').trim().slice(0, 40)}”`;
    /** The widths of the digits of a text: bars cannot be compared by numbers that are not as wide. */
    const digits = (t: SVGTextElement) =>
      [...(t.textContent ?? '')].flatMap((sign, i) =>
        /\d/.test(sign) && i < t.getNumberOfChars() ? [t.getExtentOfChar(i).width] : [],
      );
    // Each is asked for once: a map has hundreds, and every two of them are held against each other.
    const letters = texts.map((t) => ({ t, box: lettersOf(t) }));
    for (const { t, box } of letters) {
      const widths = digits(t);
      if (Math.max(...widths) - Math.min(...widths) > 0.1) say(`${words(t)} has digits of different widths`);
      const size = Number.parseFloat(getComputedStyle(t).fontSize) * scale;
      if (size < SMALLEST) say(`${words(t)} is ${size.toFixed(1)} px`);
      if (box.x < frame.x - 1 || box.r > frame.r + 1 || box.y < frame.y - 1 || box.b > frame.b + 1)
        say(`${words(t)} leaves the drawing`);
    }
    letters.forEach(({ t, box }, i) => {
      for (const other of letters.slice(i + 1))
        if (meet(box, other.box)) say(`${words(t)} on ${words(other.t)}`);
    });
    // Values inside tiles and bars stand on them on purpose; a line's points, and the lines of the plot, are never under words.
    const points = [...svg.querySelectorAll<SVGGraphicsElement>('circle')].map(boxOf);
    for (const { t, box } of letters)
      for (const point of points) if (meet(box, point, 1.5)) say(`${words(t)} on a point`);
    const lines = [...svg.querySelectorAll<SVGGraphicsElement>('line.axis, line.ref, line.cut')]
      .map(boxOf)
      .map((l) => ({ x: l.x - 0.5, y: l.y - 0.5, r: l.r + 0.5, b: l.b + 0.5 }));
    for (const { t, box } of letters)
      for (const thick of lines) {
        // Words with a halo cut the line that they stand on, and may cross a dotted one.
        const halo = () => getComputedStyle(t).paintOrder.startsWith('stroke');
        if (meet(box, thick, 0.6) && !halo()) say(`${words(t)} on a line of the plot`);
      }
  }
  return faults;
}

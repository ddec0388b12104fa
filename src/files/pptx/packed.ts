/** Some rows or bars under a title. */
export type SlideGroup<T> = { readonly title: string; readonly items: readonly T[] };

/** Two lines of a slide's title. */
const LONGEST_TITLE = 110;

/**
 * Groups that follow each other on as few slides as hold them: a slide with two rows is nearly empty. Their titles are joined.
 * @param most how many items a slide holds
 * @param after room that the slide's own words take in the title
 */
export function packed<T>(
  groups: readonly SlideGroup<T>[],
  most: number,
  after = 0,
): readonly SlideGroup<T>[] {
  const slides: SlideGroup<T>[] = [];
  for (const group of groups) {
    const last = slides.at(-1);
    const title =
      last && `${last.title}; ${group.title.charAt(0).toLocaleLowerCase('sv')}${group.title.slice(1)}`;
    const fits = last && last.items.length + group.items.length <= most;
    if (title && fits && title.length + after <= LONGEST_TITLE)
      slides[slides.length - 1] = { title, items: [...last.items, ...group.items] };
    else slides.push(group);
  }
  return slides;
}

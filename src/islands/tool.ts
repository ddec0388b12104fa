/** What the tools that read a reader's own files have in common. */

/** A part of the page that the tool cannot do without. @throws when it is not there, or is something else */
export function pagePart<T extends Element>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`#${id}`);
  return found;
}

/** Files that are dropped on a place of the page go to `take`; the place shows that it takes them. */
export function takeDropped(place: HTMLElement, take: (files: readonly File[]) => void): void {
  for (const type of ['dragover', 'dragleave', 'drop'] as const)
    place.addEventListener(type, (event) => {
      event.preventDefault();
      place.classList.toggle('over', type === 'dragover');
      if (type === 'drop') take([...(event.dataTransfer?.files ?? [])]);
    });
}

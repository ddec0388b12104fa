/** The page that is shown for an address that is not there: the nearest page above it that is. */

/** The addresses above one, the nearest first: `/kommuner/umea/hemloshet/1999/` is below `/kommuner/umea/hemloshet/`. */
function above(pathname: string): readonly string[] {
  const parts = pathname.split('/').filter((part) => part !== '');
  return parts.map((_, i) => `/${parts.slice(0, parts.length - 1 - i).join('/')}/`).filter((p) => p !== '//');
}

/** The title of a page; null when it is not there. */
async function titleOf(pathname: string): Promise<string | null> {
  const answer = await fetch(pathname);
  if (!answer.ok) return null;
  return (
    new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('h1')?.textContent ?? null
  );
}

async function showNearest(place: HTMLElement): Promise<void> {
  for (const pathname of above(location.pathname)) {
    const title = await titleOf(pathname);
    if (title === null) continue;
    const link = document.createElement('a');
    link.href = `${pathname}${location.search}`;
    link.textContent = title.trim();
    place.append('Den närmaste sidan som finns: ', link);
    return;
  }
}

const place = document.querySelector<HTMLElement>('[data-narmast]');
// Without it the page still leads on.
if (place) showNearest(place).catch(() => {});

export {};

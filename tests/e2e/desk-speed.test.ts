import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ServedDesk, servedDesk } from './served-desk.ts';

let desk: ServedDesk;
beforeAll(async () => {
  desk = await servedDesk();
});
afterAll(() => desk.close());

it('the publisher’s desk answers within 200 ms when the folder has been read', async () => {
  for (const path of ['', 'las-in', 'ge-ut', 'skillnad', 'regel/dubblett']) {
    await (await fetch(`${desk.address}${path}`)).text();
    const times: number[] = [];
    for (let i = 0; i < 10; i += 1) {
      const begun = performance.now();
      await (await fetch(`${desk.address}${path}`)).text();
      times.push(performance.now() - begun);
    }
    // The quickest of ten: what the desk needs, not what else this machine is doing.
    expect([path, Math.min(...times)]).toEqual([path, expect.toSatisfy((ms: number) => ms < 200)]);
  }
});

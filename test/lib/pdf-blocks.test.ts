/** A document as PDF keeps together what belongs together, wherever on a page it happens to come. */
import { expect, it } from 'vitest';
import type { Block } from '../../src/lib/blocks';
import { blocksToPdf } from '../../src/lib/pdf-blocks';
import { readPdf } from '../support/attendance';
import { bindings } from '../support/db';

const font = async (weight: string) => {
  const answer = await bindings.ASSETS?.fetch(
    `https://farandole.example/fonts/source-sans-3-${weight}.ttf`,
  );
  return new Uint8Array((await answer?.arrayBuffer()) ?? new ArrayBuffer());
};

it('parts no item of a list from what stands below it, wherever the page ends', async () => {
  const fonts = { regular: await font('regular'), bold: await font('semibold') };
  const list: Block = {
    kind: 'list',
    items: [1, 2, 3].map((n) => ({ text: `Kind ${n}`, items: [{ text: `Place ${n}` }] })),
  };
  let turned = 0;
  // Facts and lists are of other heights: the page's end is met at nearly every point of a line.
  for (let above = 0; above < 100; above++) {
    const facts = Array.from({ length: 38 - (above % 10) }, () => ['a', 'b'] as const);
    const lists = Array.from(
      { length: Math.floor(above / 10) },
      (): Block => ({
        kind: 'list',
        items: [{ text: 'above' }],
      }),
    );
    const before: Block[] = [{ kind: 'facts', items: facts }, ...lists];
    const made = await blocksToPdf(
      { title: 't', author: 'a', language: 'fr', at: 0, of: 'sur', blocks: [...before, list] },
      fonts,
    );
    if (!made) throw new Error('no PDF');
    const { pages } = await readPdf(made.buffer);
    const pageOf = (words: string) => pages.findIndex((texts) => texts.includes(words));
    for (const n of [1, 2, 3]) {
      expect(pageOf(`Kind ${n}`)).toBeGreaterThanOrEqual(0);
      expect([above, n, pageOf(`Place ${n}`)]).toEqual([above, n, pageOf(`Kind ${n}`)]);
    }
    if (pageOf('Kind 1') < pageOf('Kind 3')) turned += 1;
  }
  expect(turned).toBeGreaterThan(2);
});

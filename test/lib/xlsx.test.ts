import { expect, it } from 'vitest';
import { toXlsx, xlsxType } from '../../src/lib/xlsx';

it('writes a workbook in the Workers runtime', async () => {
  const blob = await toXlsx([
    {
      name: 'Inscriptions [2026]',
      rows: [
        ['Nom', 'Places'],
        ['=1+1', 2],
      ],
    },
  ]);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  expect(String.fromCharCode(...bytes.subarray(0, 2))).toBe('PK');
  expect(blob.type === '' || blob.type === xlsxType).toBe(true);
});

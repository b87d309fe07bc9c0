import { strFromU8, unzipSync } from 'fflate';
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

it('prints each sheet as wide as a page, its first row on each of them', async () => {
  const rows = [['Nom'], ['Awa']];
  const blob = await toXlsx([
    { name: 'Bilan', rows },
    { name: 'L’été & l’hiver', rows },
  ]);
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const xml = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  for (const path of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']) {
    expect(xml(path)).toMatch(/<worksheet [^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
    expect(xml(path)).toMatch(/<pageSetup [^>]*fitToWidth="1" fitToHeight="0"\/>/);
  }
  const book = xml('xl/workbook.xml');
  expect(book.match(/<definedNames/g)).toHaveLength(1);
  expect(book).toContain(
    '<definedName name="_xlnm.Print_Titles" localSheetId="1">\'L’été &amp; l’hiver\'!$1:$1</definedName>',
  );
});

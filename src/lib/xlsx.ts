/**
 * A workbook of plain sheets: bold first row, numbers as numbers, everything else as text (never a
 * formula). Printed, a sheet is as wide as an A4 page on its side, and each page repeats the first row.
 */
import writeXlsxFile, { type Feature } from 'write-excel-file/universal';
import type { Cell } from './csv';

export type Sheet = {
  name: string;
  rows: readonly (readonly Cell[])[];
  widths?: readonly number[];
};

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function toXlsx(sheets: readonly Sheet[]): Promise<Blob> {
  const named = sheets.map((sheet) => ({ ...sheet, name: nameOf(sheet) }));
  return writeXlsxFile(
    named.map(({ name, rows, widths }) => ({
      sheet: name,
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
      columns: (rows[0] ?? []).map((_, i) => ({ width: widths?.[i] ?? 22 })),
      data: rows.map((row, index) => {
        const height = lineHeight * linesOf(row, widths);
        return row.map((cell) => written(cell, { isHead: index === 0, height }));
      }),
    })),
    { features: [onPaper(named.map(({ name }) => name))] },
  ).toBlob();
}

/** Excel's limits on the name of a sheet. */
const nameOf = ({ name }: Sheet) => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

/** Of one line, in points; a program that opens the file does not measure wrapped text by itself. */
const lineHeight = 15;

/** How many lines the longest text of a row takes; widths are counted in letters. */
function linesOf(row: readonly Cell[], widths: Sheet['widths']): number {
  const lines = row.map((cell, i) =>
    typeof cell === 'string' ? Math.ceil((0.9 * cell.length) / (widths?.[i] ?? 22)) : 1,
  );
  return Math.max(1, ...lines);
}

function written(cell: Cell, { isHead, height }: { isHead: boolean; height: number }) {
  if (cell === null || cell === undefined || cell === '') return null;
  const look = { alignVertical: 'top' as const, height };
  if (typeof cell === 'number') return { value: cell, type: Number, ...look };
  return {
    value: cell,
    type: String,
    wrap: true,
    ...look,
    ...(isHead && { fontWeight: 'bold' as const }),
  };
}

/** One page wide and as many as it takes high (ECMA-376 part 1, 18.3.1.63 and 18.2.6). */
const onPaper = (names: readonly string[]): Feature<Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml.replace('<sheetViews', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews'),
        transformElementAttributes: (tag, attributes) =>
          tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
      },
      'xl/workbook.xml': {
        transform: (xml) => xml.replace('<definedNames/>', firstRows(names)),
      },
    },
  },
});

const firstRows = (names: readonly string[]) =>
  `<definedNames>${names
    .map((name, index) => {
      const quoted = name.replaceAll("'", "''").replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${quoted}'!$1:$1</definedName>`;
    })
    .join('')}</definedNames>`;

/** A workbook of plain sheets: bold first row, numbers as numbers, everything else as text (never a formula). */
import writeXlsxFile from 'write-excel-file/universal';
import type { Cell } from './csv';

export type Sheet = {
  name: string;
  rows: readonly (readonly Cell[])[];
  widths?: readonly number[];
};

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function toXlsx(sheets: readonly Sheet[]): Promise<Blob> {
  return writeXlsxFile(
    sheets.map(({ name, rows, widths }) => ({
      // Excel's limits on the name of a sheet.
      sheet: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
      stickyRowsCount: 1,
      columns: (rows[0] ?? []).map((_, i) => ({ width: widths?.[i] ?? 22 })),
      data: rows.map((row, index) =>
        row.map((cell) =>
          cell === null || cell === undefined || cell === ''
            ? null
            : typeof cell === 'number'
              ? { value: cell, type: Number }
              : { value: cell, type: String, ...(index === 0 && { fontWeight: 'bold' as const }) },
        ),
      ),
    })),
  ).toBlob();
}

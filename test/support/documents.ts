/** Documents as other people's programs read them: none of it is read by what wrote it. */
import { DOMParser, type Element } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import readExcel from 'read-excel-file/universal';
import { extractText, getDocumentProxy } from 'unpdf';

/** What each page of a PDF says. */
export async function pagesOfPdf(answer: Response): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
  return (await extractText(pdf, { mergePages: false })).text;
}

/** How large each text of a PDF's first page is set, and where: in points from the foot of the sheet. */
export async function lettersOfPdf(answer: Response) {
  const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
  const { items } = await (await pdf.getPage(1)).getTextContent();
  return items.flatMap((item) =>
    'str' in item && item.str.trim()
      ? [{ text: item.str, size: item.height, y: Number(item.transform[5]) }]
      : [],
  );
}

/** The lines of each page as they stand on it, from top to bottom. */
export async function linesOfPdf(answer: Response): Promise<string[][]> {
  const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      const lines = new Map<number, { x: number; text: string }[]>();
      for (const item of items) {
        if (!('str' in item) || !item.str.trim()) continue;
        const [x, y] = [Number(item.transform[4]), Math.round(Number(item.transform[5]))];
        lines.set(y, [...(lines.get(y) ?? []), { x, text: item.str.trim() }]);
      }
      return [...lines]
        .sort(([above], [below]) => below - above)
        .map(([, parts]) =>
          parts
            .sort((a, b) => a.x - b.x)
            .map(({ text }) => text)
            .join(' ')
            .replace(/\s+/g, ' '),
        );
    }),
  );
}

export type OdtRead = {
  text: string;
  headings: string[];
  tables: string[][][];
  /** The heads of the tables, with the width of their column in cm. */
  heads: { head: string; width: number }[];
  bars: number;
};

/** What an editable document says, its headings, and its tables cell by cell. */
export async function readOdt(answer: Response): Promise<OdtRead> {
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const content = strFromU8(files['content.xml'] ?? new Uint8Array());
  // Throws at the first fault of a mark.
  const document = new DOMParser({
    onError: (_, message) => {
      throw new Error(message);
    },
  }).parseFromString(content, 'text/xml');
  const all = (within: Element | typeof document, name: string) =>
    [...within.getElementsByTagName(name)] as Element[];
  const said = (element: Element) =>
    all(element, 'text:p')
      .map((line) => line.textContent ?? '')
      .filter(Boolean)
      .join('\n');
  const [body] = all(document, 'office:text');
  const widths = new Map(
    all(document, 'style:style').map((style) => {
      const [column] = all(style, 'style:table-column-properties');
      const width = Number.parseFloat(column?.getAttribute('style:column-width') ?? '');
      return [style.getAttribute('style:name'), width];
    }),
  );
  const headsOf = (table: Element) => {
    const [row] = all(table, 'table:table-header-rows');
    const columns = all(table, 'table:table-column').map((column) =>
      widths.get(column.getAttribute('table:style-name')),
    );
    return row
      ? all(row, 'table:table-cell').map((cell, n) => ({
          head: said(cell),
          width: columns[n] ?? 0,
        }))
      : [];
  };
  return {
    text: body?.textContent ?? '',
    headings: all(document, 'text:h').map((heading) => heading.textContent ?? ''),
    tables: all(document, 'table:table').map((table) =>
      all(table, 'table:table-row').map((row) => all(row, 'table:table-cell').map(said)),
    ),
    heads: all(document, 'table:table').flatMap(headsOf),
    bars: all(document, 'text:p').filter((line) =>
      /^B\d+_[1-9]/.test(line.getAttribute('text:style-name') ?? ''),
    ).length,
  };
}

/** The sheets of a workbook by name, row by row. */
export async function readXlsx(answer: Response) {
  const sheets = await readExcel(await answer.arrayBuffer());
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

/** Without spaces: lines are broken otherwise in each of them. */
export const squeezed = (text: string) => text.replace(/\s+/g, '');

/** Pages that are filled from the top, turned when something does not fit, and numbered in the end. */
import { a4, type Ink, lineHeight, mm, type Pdf, type PdfSheet, type TextStyle } from './pdf';

export const margin = mm(18);
export const width = a4.width - 2 * margin;
const bottom = a4.height - mm(20);
export const soft: Ink = [0.36, 0.32, 0.36];

export type Flow = {
  pdf: Pdf;
  sheet: PdfSheet;
  y: number;
  page: number;
  turn(): void;
  /** Turns the page unless so much fits; what fits on no page begins where it stands. */
  room(height: number): boolean;
  /** Writes a text; one that is cut by a page's end leaves two lines at least on either side. */
  write(text: string, style: TextStyle, indent?: number): void;
  gap(height: number): void;
  /** The foot of each page: the title and the page's number among all. */
  finish(foot: { title: string; of: string }): void;
};

export function newFlow(pdf: Pdf): Flow {
  const sheets = [pdf.addSheet()] as [PdfSheet, ...PdfSheet[]];
  const flow: Flow = {
    pdf,
    sheet: sheets[0],
    y: margin,
    page: 1,
    turn() {
      flow.sheet = pdf.addSheet();
      flow.page = sheets.push(flow.sheet);
      flow.y = margin;
    },
    room(height) {
      if (flow.y + height <= bottom || flow.y === margin || height > bottom - margin) return false;
      flow.turn();
      return true;
    },
    write(text, style, indent = 0) {
      const area = { x: margin + indent, width: width - indent };
      const high = lineHeight(style);
      let lines = pdf.linesOf(text, area.width, style);
      while (lines.length) {
        const fit = Math.floor((bottom - flow.y + 0.01) / high);
        // Two lines stay together, at the end as at the beginning.
        const now = lines.length <= fit ? lines.length : Math.min(fit, lines.length - 2);
        if (now >= 2 || now === lines.length || flow.y === margin) {
          const part = lines.slice(0, Math.max(1, now));
          flow.y = flow.sheet.text(part.join('\n'), { ...area, y: flow.y }, style);
          lines = lines.slice(part.length);
        }
        if (lines.length) flow.turn();
      }
    },
    gap(height) {
      if (flow.y > margin) flow.y += height;
    },
    finish({ title, of }) {
      const foot = { x: margin, y: a4.height - mm(13), width };
      for (const [index, sheet] of sheets.entries()) {
        sheet.text(title, foot, { size: 8, ink: soft });
        const number = `${index + 1} ${of} ${sheets.length}`;
        sheet.text(number, foot, { size: 8, ink: soft, align: 'right' });
      }
    },
  };
  return flow;
}

/** What can be kept together at most: more than that would leave half a page empty. */
export const together = (bottom - margin) * 0.45;

/**
 * How large a poster's words are set, so that one sheet stays one sheet and is filled: the largest of
 * six settings in which all that must be said has room, estimated from its length. In millimetres of A4,
 * as in print.css, whose sizes these are; the flyer is the same sheet, smaller.
 */
import type { Logo } from '../../../domain/printing/schema';
import { inRows, logoBox } from '../../../lib/picture';

export const densities = ['vast', 'airy', 'roomy', 'dense', 'compact', 'tight'] as const;
export type Density = (typeof densities)[number];

type Sizes = Record<'title' | 'when' | 'where' | 'text' | 'foot' | 'gap' | 'inner' | 'qr', number>;
export const sizes: Record<Density, Sizes> = {
  vast: { title: 17, when: 10.6, where: 8.6, text: 7, foot: 4.8, gap: 7, inner: 6, qr: 58 },
  airy: { title: 16, when: 9.2, where: 7.4, text: 6, foot: 4.2, gap: 6.5, inner: 5, qr: 55 },
  roomy: { title: 15, when: 8, where: 6.4, text: 5.2, foot: 3.6, gap: 6, inner: 4, qr: 52 },
  dense: { title: 12, when: 6.6, where: 5.8, text: 4.9, foot: 3.6, gap: 5, inner: 3.5, qr: 52 },
  compact: { title: 9.6, when: 5.6, where: 5.2, text: 4.5, foot: 3.6, gap: 4.5, inner: 3, qr: 48 },
  tight: { title: 7.4, when: 5, where: 4.6, text: 3.9, foot: 3.6, gap: 4, inner: 2.4, qr: 44 },
};

/** The sheet without its margins; the network, the dancers and the kind; the frame of the QR code. */
const width = 180;
const height = 273;
const head = 48;
const frame = 14;

export type Said = {
  title: string;
  audience: string | null;
  when: readonly string[];
  where: string;
  address: string | null;
  speakers: string | null;
  /** What it is about, whole: it is cut to the room that there is. */
  about: string;
  practical: readonly string[];
  foot: string;
};

/** The setting, and how many characters of a summary have room in it. */
export function roomFor(said: Said, logos: readonly Logo[]): { density: Density; summary: number } {
  const left = (density: Density) => {
    const { gap, qr, foot } = sizes[density];
    const below = frame + qr + footHeight(said.foot, foot, logos);
    return height - head - below - 3 * gap - bodyHeight(said, sizes[density]);
  };
  const summaryLine = (density: Density) => sizes[density].text * 1.3;
  const about = said.about.slice(0, longestSummary);
  const whole = (density: Density) => lines(about, sizes[density].text) * summaryLine(density);
  // Larger letters are for those who have little to say. A few lines of what it is about are worth
  // somewhat smaller letters, and no more than that.
  const density =
    (['vast', 'airy'] as const).find((one) => left(one) >= whole(one) + sizes[one].inner) ??
    (['roomy', 'dense'] as const).find(
      (one) => left(one) >= Math.min(4 * summaryLine(one), whole(one)),
    ) ??
    (['roomy', 'dense', 'compact', 'tight'] as const).find((one) => left(one) >= 0) ??
    'tight';
  const { text, inner } = sizes[density];
  const most = Math.floor((left(density) - inner) / summaryLine(density));
  const characters = Math.min(longestSummary, most * charactersALine(text, 0.9));
  // A line is enough for what is said in one; of more, one line is none.
  return { density, summary: most < Math.min(2, lines(about, text)) ? 0 : characters };
}

const longestSummary = 480;

/** A letter is about half as wide as it is high, and a line is never quite filled. */
const charactersALine = (size: number, filled = 1) => Math.floor((width * filled) / (size * 0.49));
const lines = (text: string, size: number) => Math.ceil(text.length / charactersALine(size, 0.94));

function bodyHeight(said: Said, { title, when, where, text, inner }: Sizes): number {
  const whenLines = said.when.reduce((sum, line) => sum + lines(`${line}  `, when * 1.06), 0);
  const practical = said.practical.map((line) => `${line}      `).join('');
  const parts = [
    lines(said.title, title * 1.06) * title * 1.1,
    said.audience ? lines(said.audience, text) * text * 1.25 : 0,
    whenLines * when * 1.25,
    lines(said.where, where) * where * 1.25 +
      (said.address ? lines(said.address, text) * text * 1.25 : 0),
    said.speakers ? lines(`Avec ${said.speakers}`, text) * text * 1.25 : 0,
    practical ? lines(practical, text) * (text * 1.25 + 1) : 0,
  ];
  return parts.reduce((sum, part) => sum + part, 0) + inner * 4;
}

function footHeight(foot: string, size: number, logos: readonly Logo[]): number {
  const text = lines(foot, size) * size * 1.25;
  if (logos.length === 0) return text;
  const box = { width, ...logoBox(logos.length) };
  return text + 3 + inRows(logos, box).length * (box.tall + 4);
}

/**
 * A font in a PDF: what is drawn with it is noted, and only those glyphs are embedded when the file is
 * written (ISO 32000-1, 9.7.4 and 9.10.3), with the table that lets a reader search and copy the text.
 */
import { type PDFContext, PDFHexString, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { readTrueType } from './truetype';

export type PdfFont = {
  ref: PDFRef;
  /** Whether every character can be drawn, one after the other, from left to right. */
  canDraw: (text: string) => boolean;
  /** The width of a text in points. */
  widthOf: (text: string, size: number) => number;
  encode: (text: string) => PDFHexString;
  /** Writes the font into the file; once, when everything is drawn. */
  embed: () => void;
};

const hex = (n: number) => n.toString(16).padStart(4, '0');

/** Letters with their accents as one character each: the font has no combining marks in place. */
const composed = (text: string) => [...text.normalize('NFC')];

export function openFont(context: PDFContext, file: Uint8Array, name: string): PdfFont {
  const font = readTrueType(file);
  const ref = context.nextRef();
  /**
   * Glyphs that are drawn, with the character that each stands for: of two that look the same the
   * plain one, so that a reader finds « Total : 4 h » by typing spaces.
   */
  const used = new Map<number, number>();
  const glyphOf = (character: string) => font.glyphOf(character.codePointAt(0) ?? 0);
  return {
    ref,
    canDraw: (text) =>
      composed(text).every((character) => glyphOf(character) !== 0 && !/\p{M}/u.test(character)),
    widthOf: (text, size) =>
      composed(text).reduce((sum, c) => sum + font.widthOf(glyphOf(c)), 0) * (size / 1000),
    encode: (text) =>
      PDFHexString.of(
        composed(text)
          .map((character) => {
            const glyph = glyphOf(character);
            const codePoint = character.codePointAt(0) ?? 0;
            used.set(glyph, Math.min(codePoint, used.get(glyph) ?? codePoint));
            return hex(glyph);
          })
          .join(''),
      ),
    embed() {
      const glyphs = [...used.keys()].sort((a, b) => a - b);
      const program = font.subset(glyphs);
      const scale = 1000 / font.unitsPerEm;
      // Six letters before the name say that it is a subset.
      const baseFont = `FARAND+${name}`;
      const descriptor = context.register(
        context.obj({
          Type: 'FontDescriptor',
          FontName: baseFont,
          Flags: 4,
          FontBBox: font.box.map((n) => n * scale),
          ItalicAngle: 0,
          Ascent: font.ascent * scale,
          Descent: font.descent * scale,
          CapHeight: font.ascent * scale,
          StemV: 80,
          FontFile2: context.register(context.flateStream(program, { Length1: program.length })),
        }),
      );
      const descendant = context.register(
        context.obj({
          Type: 'Font',
          Subtype: 'CIDFontType2',
          BaseFont: baseFont,
          CIDSystemInfo: {
            Registry: PDFString.of('Adobe'),
            Ordering: PDFString.of('Identity'),
            Supplement: 0,
          },
          FontDescriptor: descriptor,
          CIDToGIDMap: 'Identity',
          W: glyphs.flatMap((glyph) => [glyph, [font.widthOf(glyph)]]),
        }),
      );
      context.assign(
        ref,
        context.obj({
          Type: 'Font',
          Subtype: 'Type0',
          BaseFont: baseFont,
          Encoding: 'Identity-H',
          DescendantFonts: [descendant],
          ToUnicode: context.register(context.flateStream(toUnicode(used))),
        }),
      );
    },
  };
}

/** At most a hundred lines a block, as the format wants. */
function toUnicode(used: ReadonlyMap<number, number>): string {
  const lines = [...used].map(([glyph, codePoint]) => `<${hex(glyph)}> <${utf16(codePoint)}>`);
  const blocks: string[] = [];
  for (let i = 0; i < lines.length; i += 100) {
    const block = lines.slice(i, i + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

const utf16 = (codePoint: number) =>
  [...String.fromCodePoint(codePoint).split('')].map((unit) => hex(unit.charCodeAt(0))).join('');

/** The pictures of an editable document: each is a file of its own beside the text. */
import type { BlockDocument } from './blocks';
import { escaped } from './odt-xml';
import { documentScale, type FilePicture, inRows, logoBox } from './picture';

export type StoredPicture = FilePicture & { path: string };

export const storedPictures = ({ blocks }: BlockDocument): StoredPicture[] =>
  blocks.flatMap((block, index) =>
    block.kind === 'logos'
      ? block.pictures.map((picture, n) => ({ ...picture, path: pathOf(picture, index, n) }))
      : [],
  );

const pathOf = ({ type }: FilePicture, block: number, n: number) =>
  `Pictures/${block}-${n}.${type === 'image/png' ? 'png' : 'jpg'}`;

export const logoStyle =
  '<style:style style:name="Logo" style:family="graphic"><style:graphic-properties style:vertical-pos="middle" style:vertical-rel="line" fo:margin-right="0.5cm" fo:margin-bottom="0.2cm"/></style:style>';

/** In the line of the text, as letters are: whoever changes the document moves them as such. */
export function writtenLogos(pictures: readonly FilePicture[], block: number): string {
  const box = { width: 170, ...logoBox(pictures.length, documentScale) };
  const frames = inRows(pictures, box)
    .flat()
    .map(
      ({ picture, width, height }, n) =>
        `<draw:frame draw:style-name="Logo" draw:name="${block}-${n}" text:anchor-type="as-char" svg:width="${(width / 10).toFixed(2)}cm" svg:height="${(height / 10).toFixed(2)}cm"><draw:image xlink:href="${pathOf(picture, block, n)}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:title>${escaped(picture.name.replace(/\s+/g, ' '))}</svg:title></draw:frame>`,
    );
  return `<text:p text:style-name="Text_20_body">${frames.join('')}</text:p>`;
}

/** A document of blocks as an OpenDocument text (OASIS ODF 1.3), to be changed in LibreOffice or Word. */
import type { Block, BlockDocument } from './blocks';
import { documentScale, type FilePicture, inRows, logoBox } from './picture';
import { toZip } from './zip';

export const odtType = 'application/vnd.oasis.opendocument.text';

export function toOdt(document: BlockDocument): Uint8Array<ArrayBuffer> {
  const pictures = document.blocks.flatMap((block, index) =>
    block.kind === 'logos'
      ? block.pictures.map((picture, n) => ({ ...picture, path: pathOf(picture, index, n) }))
      : [],
  );
  // The type comes first, by itself, so that a file can be told by its first bytes (ODF 1.3 part 2, 3.3).
  return toZip([
    ['mimetype', odtType],
    ['content.xml', content(document)],
    ['meta.xml', meta(document)],
    ['styles.xml', styles(document)],
    ...pictures.map(({ path, bytes }) => [path, bytes] as const),
    ['META-INF/manifest.xml', manifest(pictures)],
  ]);
}

type Stored = FilePicture & { path: string };

const pathOf = ({ type }: FilePicture, block: number, n: number) =>
  `Pictures/${block}-${n}.${type === 'image/png' ? 'png' : 'jpg'}`;

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const spaces = ['office', 'style', 'text', 'table', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'office:version="1.3"',
  )
  .join(' ');

/** Characters that XML 1.0 has no place for are left out. */
const escaped = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is about them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<text:line-break/>');

const paragraph = (text: string, style: string) =>
  `<text:p text:style-name="${style}">${escaped(text)}</text:p>`;

function content({ blocks }: BlockDocument): string {
  const tables = blocks.flatMap((block, index) =>
    block.kind === 'table' ? columnStyles(block.widths, index) : [],
  );
  return `${declaration}<office:document-content ${spaces}><office:automatic-styles>${tables.join('')}<style:style style:name="NewPage" style:family="paragraph" style:parent-style-name="Heading_20_1"><style:paragraph-properties fo:break-before="page"/></style:style><style:style style:name="Logo" style:family="graphic"><style:graphic-properties style:vertical-pos="middle" style:vertical-rel="line" fo:margin-right="0.5cm" fo:margin-bottom="0.2cm"/></style:style><style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.05cm" fo:border-bottom="0.02cm solid #999999"/></style:style></office:automatic-styles><office:body><office:text>${blocks.map(written).join('')}</office:text></office:body></office:document-content>`;
}

function columnStyles(widths: readonly number[], table: number): string[] {
  const whole = widths.reduce((sum, share) => sum + share, 0);
  return widths.map(
    (share, column) =>
      `<style:style style:name="T${table}C${column}" style:family="table-column"><style:table-column-properties style:column-width="${((17 * share) / whole).toFixed(2)}cm"/></style:style>`,
  );
}

function written(block: Block, index: number): string {
  if (block.kind === 'logos') return logos(block.pictures, index);
  if (block.kind === 'paragraph') return paragraph(block.text, 'Text_20_body');
  if (block.kind === 'heading') {
    const style = block.newPage ? 'NewPage' : `Heading_20_${block.level}`;
    return `<text:h text:style-name="${style}" text:outline-level="${block.level}">${escaped(block.text)}</text:h>`;
  }
  const row = (cells: readonly string[], isHead: boolean) =>
    `<table:table-row>${cells
      .map((cell, column) => {
        const style = isHead ? (column ? 'HeadRight' : 'Head') : column ? 'Right' : 'Left';
        return `<table:table-cell table:style-name="Cell" office:value-type="string">${paragraph(cell, style)}</table:table-cell>`;
      })
      .join('')}</table:table-row>`;
  const columns = block.widths.map(
    (_, column) => `<table:table-column table:style-name="T${index}C${column}"/>`,
  );
  return `<table:table table:name="T${index}">${columns.join('')}<table:table-header-rows>${row(block.head, true)}</table:table-header-rows>${block.rows.map((cells) => row(cells, false)).join('')}</table:table>${paragraph('', 'Text_20_body')}`;
}

/** In the line of the text, as letters are: whoever changes the document moves them as such. */
function logos(pictures: readonly FilePicture[], block: number): string {
  const box = { width: 170, ...logoBox(pictures.length, documentScale) };
  const frames = inRows(pictures, box)
    .flat()
    .map(
      ({ picture, width, height }, n) =>
        `<draw:frame draw:style-name="Logo" draw:name="${block}-${n}" text:anchor-type="as-char" svg:width="${(width / 10).toFixed(2)}cm" svg:height="${(height / 10).toFixed(2)}cm"><draw:image xlink:href="${pathOf(picture, block, n)}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:title>${escaped(picture.name.replace(/\s+/g, ' '))}</svg:title></draw:frame>`,
    );
  return `<text:p text:style-name="Text_20_body">${frames.join('')}</text:p>`;
}

const meta = ({ title, author, language, at }: BlockDocument) =>
  `${declaration}<office:document-meta ${spaces}><office:meta><dc:title>${escaped(title)}</dc:title><meta:initial-creator>${escaped(author)}</meta:initial-creator><dc:language>${language}</dc:language><meta:creation-date>${new Date(at).toISOString()}</meta:creation-date></office:meta></office:document-meta>`;

const style = (name: string, parent: string, paragraphs: string, letters: string) =>
  `<style:style style:name="${name}" style:family="paragraph"${parent && ` style:parent-style-name="${parent}"`}><style:paragraph-properties ${paragraphs}/><style:text-properties ${letters}/></style:style>`;

const styles = ({ language }: BlockDocument) =>
  `${declaration}<office:document-styles ${spaces}><office:styles><style:default-style style:family="paragraph"><style:text-properties fo:font-size="10.5pt" fo:language="${language}" fo:country="${language === 'fr' ? 'FR' : 'GB'}"/></style:default-style>${[
    style('Standard', '', 'fo:margin-bottom="0cm"', 'fo:font-size="10.5pt"'),
    style('Text_20_body', 'Standard', 'fo:margin-bottom="0.2cm"', 'fo:font-size="10.5pt"'),
    style(
      'Heading_20_1',
      'Standard',
      'fo:margin-bottom="0.3cm" fo:keep-with-next="always"',
      'fo:font-size="20pt" fo:font-weight="bold"',
    ),
    style(
      'Heading_20_2',
      'Standard',
      'fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
      'fo:font-size="14pt" fo:font-weight="bold"',
    ),
    style(
      'Heading_20_3',
      'Standard',
      'fo:margin-top="0.4cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"',
      'fo:font-size="12pt" fo:font-weight="bold"',
    ),
    style('Left', 'Standard', 'fo:text-align="start"', 'fo:font-size="10pt"'),
    style('Right', 'Standard', 'fo:text-align="end"', 'fo:font-size="10pt"'),
    style('Head', 'Left', 'fo:text-align="start"', 'fo:font-weight="bold"'),
    style('HeadRight', 'Right', 'fo:text-align="end"', 'fo:font-weight="bold"'),
  ].join(
    '',
  )}</office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles></office:document-styles>`;

function manifest(pictures: readonly Stored[]): string {
  const texts = ['content.xml', 'meta.xml', 'styles.xml'].map((path) => ({
    path,
    type: 'text/xml',
  }));
  const entries = [...texts, ...pictures].map(
    ({ path, type }) =>
      `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`,
  );
  return `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${odtType}"/>${entries.join('')}</manifest:manifest>`;
}

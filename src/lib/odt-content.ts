/** The blocks of an editable document. */
import { type Block, type BlockDocument, chapters, type Item, isLead } from './blocks';
import { logoStyle, writtenLogos } from './odt-pictures';
import { fontFaces } from './odt-styles';
import { cellStyles, tableStyles, writtenFacts, writtenKeys, writtenTable } from './odt-table';
import { declaration, escaped, paragraph, spaces } from './odt-xml';

const newPage =
  '<style:style style:name="NewPage" style:family="paragraph" style:parent-style-name="Heading_20_1"><style:paragraph-properties fo:break-before="page"/></style:style>';

export function contentOf({ blocks }: BlockDocument): string {
  const styles = blocks.flatMap(tableStyles).join('');
  const body = blocks.map((block, index) => written(block, index, blocks)).join('');
  return `${declaration}<office:document-content ${spaces}>${fontFaces}<office:automatic-styles>${newPage}${logoStyle}${cellStyles}${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
}

function written(block: Block, index: number, blocks: readonly Block[]): string {
  switch (block.kind) {
    case 'heading':
      return heading(block, index);
    case 'paragraph': {
      const look = block.muted ? 'Muted' : 'Text_20_body';
      return paragraph(block.text, isLead(blocks, index) ? `Lead${look}` : look);
    }
    case 'logos':
      return writtenLogos(block.pictures, index);
    case 'list':
      return `<text:list text:style-name="Bullets">${items(block.items)}</text:list>`;
    case 'facts':
      return writtenFacts(block.items, index);
    case 'keys':
      return writtenKeys(block.items, index);
    case 'table':
      return writtenTable(block, index);
    case 'contents':
      return chapters(blocks, index).map(contentsLine).join('');
  }
}

/** A chapter has a name, for the contents to point to. */
function heading(
  { level, text, newPage: turns }: Extract<Block, { kind: 'heading' }>,
  index: number,
): string {
  const style = turns ? 'NewPage' : `Heading_20_${level}`;
  const named =
    level === 1
      ? `<text:bookmark-start text:name="c${index}"/>${escaped(text)}<text:bookmark-end text:name="c${index}"/>`
      : escaped(text);
  return `<text:h text:style-name="${style}" text:outline-level="${level}">${named}</text:h>`;
}

const contentsLine = ({ text, index }: { text: string; index: number }) =>
  `<text:p text:style-name="Contents"><text:a xlink:type="simple" text:style-name="Reference" text:visited-style-name="Reference" xlink:href="#c${index}">${escaped(text)}</text:a><text:tab/><text:bookmark-ref text:reference-format="page" text:ref-name="c${index}">–</text:bookmark-ref></text:p>`;

const items = (all: readonly Item[]): string =>
  all
    .map(
      ({ text, items: below = [] }) =>
        `<text:list-item>${paragraph(text, 'Item')}${below.length ? `<text:list>${items(below)}</text:list>` : ''}</text:list-item>`,
    )
    .join('');

/** The look of an editable document: named styles, so that whoever changes it changes one of them. */
import type { BlockDocument } from './blocks';
import { declaration, escaped, spaces } from './odt-xml';

type Style = { parent?: string; paragraph?: string; text?: string };

const keep = 'fo:keep-with-next="always"';
const styles: Record<string, Style> = {
  Standard: { paragraph: 'fo:margin-bottom="0cm" fo:orphans="2" fo:widows="2"' },
  Text_20_body: { paragraph: 'fo:margin-bottom="0.2cm"' },
  Muted: { parent: 'Text_20_body', text: 'fo:color="#595959"' },
  LeadText_20_body: { parent: 'Text_20_body', paragraph: keep },
  LeadMuted: { parent: 'Muted', paragraph: keep },
  Heading_20_1: {
    paragraph: `fo:margin-bottom="0.3cm" ${keep}`,
    text: 'fo:font-size="20pt" fo:font-weight="bold"',
  },
  Heading_20_2: {
    paragraph: `fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" ${keep}`,
    text: 'fo:font-size="14pt" fo:font-weight="bold"',
  },
  Heading_20_3: {
    paragraph: `fo:margin-top="0.35cm" fo:margin-bottom="0.15cm" ${keep}`,
    text: 'fo:font-size="11.5pt" fo:font-weight="bold"',
  },
  Left: { paragraph: 'fo:text-align="start"', text: 'fo:font-size="9.5pt"' },
  Right: { paragraph: 'fo:text-align="end"', text: 'fo:font-size="9.5pt"' },
  Head: {
    parent: 'Left',
    paragraph: keep,
    text: 'fo:font-size="8.5pt" fo:font-weight="bold"',
  },
  HeadRight: {
    parent: 'Right',
    paragraph: keep,
    text: 'fo:font-size="8.5pt" fo:font-weight="bold"',
  },
  Note: { parent: 'Left', text: 'fo:font-size="8pt" fo:color="#595959"' },
  NoteRight: { parent: 'Right', text: 'fo:font-size="8pt" fo:color="#595959"' },
  Bar: { text: 'fo:font-size="6pt"', paragraph: 'fo:margin-top="0.09cm"' },
  StrongLeft: { parent: 'Left', text: 'fo:font-weight="bold"' },
  StrongRight: { parent: 'Right', text: 'fo:font-weight="bold"' },
  Item: { paragraph: 'fo:margin-bottom="0.05cm"' },
  KeyValue: { text: 'fo:font-size="19pt" fo:font-weight="bold"' },
  Spacer: { text: 'fo:font-size="7pt"' },
  Contents: { parent: 'Text_20_body' },
  Footer: { text: 'fo:font-size="8pt" fo:color="#595959"' },
};

/** Where the number of a page stands. */
const pageStop = (leader: string) =>
  `<style:tab-stops><style:tab-stop style:position="17cm" style:type="right"${leader}/></style:tab-stops>`;
const stops: Record<string, string> = {
  Contents: pageStop(' style:leader-style="dotted" style:leader-text="."'),
  Footer: pageStop(''),
};

const written = ([name, { parent, paragraph = '', text = '' }]: [string, Style]) => {
  const from = parent ?? (name === 'Standard' ? '' : 'Standard');
  const display = name.replaceAll('_20_', ' ');
  return `<style:style style:name="${name}" style:display-name="${display}" style:family="paragraph"${from && ` style:parent-style-name="${from}"`}><style:paragraph-properties ${paragraph}>${stops[name] ?? ''}</style:paragraph-properties><style:text-properties ${text}/></style:style>`;
};

/** A link within the document looks like the text around it. */
const reference =
  '<style:style style:name="Reference" style:family="text"><style:text-properties fo:color="#000000" style:text-underline-style="none"/></style:style>';

const bullets = [0.4, 0.9].map(
  (indent, level) =>
    `<text:list-level-style-bullet text:level="${level + 1}" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${indent}cm" fo:text-indent="-0.4cm" fo:margin-left="${indent}cm"/></style:list-level-properties></text:list-level-style-bullet>`,
);

export const fontFaces =
  '<office:font-face-decls><style:font-face style:name="Sans" svg:font-family="\'Liberation Sans\', Arial" style:font-family-generic="swiss"/></office:font-face-decls>';

export const stylesOf = ({ language, title, of }: BlockDocument) =>
  `${declaration}<office:document-styles ${spaces}>${fontFaces}<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="Sans" fo:font-size="10pt" fo:language="${language}" fo:country="${language === 'fr' ? 'FR' : 'GB'}"/></style:default-style>${Object.entries(styles).map(written).join('')}${reference}<text:list-style style:name="Bullets">${bullets.join('')}</text:list-style></office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm" fo:margin-bottom="1.2cm"/><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer><text:p text:style-name="Footer">${escaped(title)}<text:tab/><text:page-number text:select-page="current">1</text:page-number> ${escaped(of)} <text:page-count>1</text:page-count></text:p></style:footer></style:master-page></office:master-styles></office:document-styles>`;

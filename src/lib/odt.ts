/** A document of blocks as an OpenDocument text (OASIS ODF 1.3), to be changed in LibreOffice or Word. */
import type { BlockDocument } from './blocks';
import { contentOf } from './odt-content';
import { type StoredPicture, storedPictures } from './odt-pictures';
import { stylesOf } from './odt-styles';
import { declaration, escaped, spaces } from './odt-xml';
import { toZip } from './zip';

export const odtType = 'application/vnd.oasis.opendocument.text';

export function toOdt(document: BlockDocument): Uint8Array<ArrayBuffer> {
  const pictures = storedPictures(document);
  // The type comes first, by itself, so that a file can be told by its first bytes (ODF 1.3 part 2, 3.3).
  return toZip([
    ['mimetype', odtType],
    ['content.xml', contentOf(document)],
    ['meta.xml', meta(document)],
    ['styles.xml', stylesOf(document)],
    ...pictures.map(({ path, bytes }) => [path, bytes] as const),
    ['META-INF/manifest.xml', manifest(pictures)],
  ]);
}

const meta = ({ title, author, language, at }: BlockDocument) =>
  `${declaration}<office:document-meta ${spaces}><office:meta><dc:title>${escaped(title)}</dc:title><meta:initial-creator>${escaped(author)}</meta:initial-creator><dc:language>${language}</dc:language><meta:creation-date>${new Date(at).toISOString()}</meta:creation-date></office:meta></office:document-meta>`;

function manifest(pictures: readonly StoredPicture[]): string {
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

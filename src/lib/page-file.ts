/**
 * What a scanned page is, by its bytes: a PDF, a JPEG or a PNG, from the first byte to the last; null for
 * all else. A file that is two things at once (a page that scripts can hide in) is none of them.
 */
import { readPicture } from './picture';

export const pageTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type PageType = (typeof pageTypes)[number];

export const readPageType = (bytes: Uint8Array): PageType | null =>
  isPdf(bytes) ? 'application/pdf' : (readPicture(bytes)?.type ?? null);

/** ISO 32000-2, 7.5.2 and 7.5.5: the header, and the end of file within the last kilobyte. */
function isPdf(bytes: Uint8Array): boolean {
  const text = (part: Uint8Array) => new TextDecoder('latin1').decode(part);
  return (
    /^%PDF-[12]\.\d/.test(text(bytes.subarray(0, 8))) &&
    text(bytes.subarray(-1024)).includes('%%EOF')
  );
}

/** Scanned pages, good and hostile, as bytes. */
const bytes = (...parts: (string | number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part,
    ),
  );

/** A PDF of one empty page; `words` make it another one. */
export const aPdf = (words = '') =>
  bytes(
    `%PDF-1.4\n% ${words}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n`,
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n',
    'trailer<</Root 1 0 R>>\n%%EOF\n',
  );

/** The head of a JPEG of 640 × 480, and its end: what tells that it is one. */
export const aJpeg = () =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe0, 0, 16],
    'JFIF\0',
    [1, 1, 0, 0, 1, 0, 1, 0, 0],
    [0xff, 0xc0, 0, 17, 8, 1, 0xe0, 2, 0x80, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1],
    [0xff, 0xd9],
  );

const script = '<html><script>alert(1)</script></html>';
const pngHead = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What is not taken for a page, by what it is. */
export const hostilePages: Record<string, Uint8Array<ArrayBuffer>> = {
  'a page of HTML': bytes(script),
  'a drawing that can carry scripts': bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  'HTML with the head of a PNG': bytes(pngHead, [0, 0, 0, 13], 'IHDR', script),
  'HTML with the head of a JPEG': bytes([0xff, 0xd8, 0xff, 0xda], script),
  'HTML with a PDF after it': bytes(script, '%PDF-1.4\n%%EOF'),
  'a PDF that was cut off': aPdf().slice(0, 60),
  'the head of a PDF before a program': bytes('%PDF-x', [0x4d, 0x5a], script),
  'a GIF': bytes('GIF89a'),
  'a photograph as iPhones keep it (HEIC)': bytes([0, 0, 0, 24], 'ftypheic'),
};

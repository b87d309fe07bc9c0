/**
 * The reader of QR codes for the browsers that have none (Safari, Firefox), made of the package `qr`.
 * The file is kept in git, so that start, test and deploy need no step of their own; a test fails when
 * it is not what this makes.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './paths.ts';

export const decoderFile = resolve(root, 'public/organisation/lecteur-qr.js');

export async function buildDecoder(): Promise<string> {
  const { build, stop } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: "export { BarcodeDetector } from 'qr/decode.js';", resolveDir: root },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    // Phones of five years ago.
    target: 'es2020',
    banner: { js: `/*! ${licence()} */` },
    legalComments: 'none',
    logLevel: 'silent',
  });
  await stop();
  return outputFiles[0]?.text ?? '';
}

/** The MIT licence asks that its words go with every copy. */
function licence(): string {
  const from = (file: string) => readFileSync(resolve(root, 'node_modules/qr', file), 'utf8');
  const { name, version, homepage } = JSON.parse(from('package.json'));
  return `${name} ${version} – ${homepage}\n\n${from('LICENSE-MIT').trim()}\n`;
}

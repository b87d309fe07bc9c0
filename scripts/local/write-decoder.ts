/** `npm run decoder`: after another version of the package `qr`, brings it to public/. */
import { writeFileSync } from 'node:fs';
import { buildDecoder, decoderFile } from './decoder.ts';

writeFileSync(decoderFile, await buildDecoder());

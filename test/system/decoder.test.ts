import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildDecoder, decoderFile } from '../../scripts/local/decoder';

it('the decoder in public/ is the one of the package; « npm run decoder » brings it there', async () => {
  const built = await buildDecoder();
  expect(built).toContain('The MIT License');
  expect(readFileSync(decoderFile, 'utf8') === built).toBe(true);
});

/** The style sheets as they are served: nothing parses them before a browser does. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../public');
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));

it.each(sheets)('closes each rule and ends with one: %s', (name) => {
  const css = readFileSync(join(folder, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  expect(css.split('{')).toHaveLength(css.split('}').length);
  expect(css.trim()).toMatch(/\}$/);
});

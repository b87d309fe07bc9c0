/**
 * A module of src/ inside this process. Its imports leave out the .ts that Node wants, as bundlers
 * allow; tsx reads them. Only asked for when it is needed: it takes a third of a second.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.ts';

export async function fromSource<T>(path: string): Promise<T> {
  const { tsImport } = await import('tsx/esm/api');
  return tsImport(pathToFileURL(resolve(root, path)).href, import.meta.url);
}

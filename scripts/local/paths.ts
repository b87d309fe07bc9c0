/** Where things are: the project, and the data of this installation. */
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const dataDir = resolve(root, process.env.DATA_DIR || '.data');

export const inData = (name: 'state' | 'signing-secret' | 'running.json' | 'demo-pending') =>
  resolve(dataDir, name);

import { ensureInstalled, runWithOurNode } from './install.mjs';

ensureInstalled();
await runWithOurNode('scripts/local/write-decoder.ts');

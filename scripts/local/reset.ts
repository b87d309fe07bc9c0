/** `npm run reset`: everything that a local run has written is gone; the next start begins anew. */
import { rmSync } from 'node:fs';
import { dataDir, inData } from './paths.ts';
import { refusal, whoRuns } from './running.ts';

const running = whoRuns();
if (running) {
  console.error(refusal(running));
  process.exit(1);
}
// By name: DATA_DIR may be a directory that holds other things.
for (const name of ['state', 'signing-secret', 'running.json', 'demo-pending'] as const) {
  rmSync(inData(name), { recursive: true, force: true });
}
console.log(
  `Les données de ${dataDir} sont effacées. « npm start » recommence avec la démonstration.`,
);

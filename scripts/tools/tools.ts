/** What can be asked of the tools' Worker. */
import type { ImportOutcome } from '../../src/domain/import/import-year';
import type { Settings } from '../../src/env';

export type Answers = {
  applied: { input: null; output: string[] };
  migrate: {
    input: { name: string; statements: string[] }[];
    output: { failed: { name: string; message: string } | null };
  };
  isEmpty: { input: null; output: boolean };
  importYear: { input: { text: string; dryRun: boolean }; output: ImportOutcome };
  freeMail: { input: null; output: null };
  loadDemo: { input: { now: number; settings: Settings }; output: null };
};
export type Tool = keyof Answers;

/** Asks one of them. */
export type Ask = <T extends Tool>(
  tool: T,
  input: Answers[T]['input'],
) => Promise<Answers[T]['output']>;

/**
 * What a migration may not do. D1 ignores PRAGMA foreign_keys, so a table rebuilt « under OFF », as
 * generators do it, loses its children by CASCADE; and a dropped table is gone for good.
 */
const forbidden = [
  ['DROP TABLE', /\bdrop\s+table\b/i],
  ['PRAGMA foreign_keys', /\bpragma\s+(?:defer_)?foreign_keys\b/i],
  ['CASCADE', /\bcascade\b/i],
] as const;

/** The rules that a migration breaks, comments apart; a table that is not STRICT is one of them. */
export function brokenRules(sql: string): string[] {
  const code = sql.replace(/--.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '');
  const broken: string[] = forbidden.filter(([, shape]) => shape.test(code)).map(([name]) => name);
  const tables = code.split(';').filter((statement) => /^\s*create\s+table\b/i.test(statement));
  if (tables.some((table) => !/\)[^)]*\bstrict\b[^)]*$/i.test(table))) broken.push('not STRICT');
  return broken;
}

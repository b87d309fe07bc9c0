/**
 * One way to search: each word of what was typed stands somewhere in a key that nameKey has written,
 * so neither accents nor case nor the order of words matter. With instr and not LIKE: D1 refuses a
 * pattern of more than 50 bytes, which a pasted title or a long address passes.
 */
import { type SQL, sql } from 'drizzle-orm';
import { searchWords } from '../lib/text';

/** The rows that are found. A search without a letter or a digit finds none. */
export function hasWords(key: SQL, search: string): SQL {
  const words = searchWords(search);
  if (!words.length) return sql`0`;
  return sql.join(
    words.map(
      (spellings) =>
        sql`(${sql.join(
          spellings.map((word) => sql`instr(${key}, ${word}) > 0`),
          sql` OR `,
        )})`,
    ),
    sql` AND `,
  );
}

/**
 * What people wrote, question by question, in no order. An organiser may tag a comment, take names
 * out of it (what stood there is overwritten), and mark it as one that may be quoted.
 */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { byteLength, longestText, padded } from './answers';
import { commentBytes, type Survey } from './schema';

export type Comment = {
  question: string;
  place: number;
  text: string;
  tags: string[];
  redacted: boolean;
  publishable: boolean;
};

type Row = Omit<Comment, 'tags' | 'redacted' | 'publishable'> & {
  tags: string | null;
  redacted: number | null;
  publishable: number | null;
};

/** Those that can be shown now; with `publishable`, only those that may be quoted. */
export async function listComments(
  db: Database,
  survey: Pick<Survey, 'id'>,
  { publishable = false }: { publishable?: boolean } = {},
): Promise<Comment[]> {
  const rows = await select<Row>(
    db,
    sql`SELECT c.question, c.place, rtrim(c.body) AS text, n.tags, n.redacted, n.publishable
      FROM survey_comments c LEFT JOIN survey_comment_notes n
        ON n.survey_id = c.survey_id AND n.question = c.question AND n.place = c.place
      WHERE c.survey_id = ${survey.id} AND c.filled = 1 AND c.shown = 1
        AND (${publishable ? 0 : 1} OR n.publishable = 1)
      ORDER BY c.question, c.place LIMIT 2000`,
  );
  return rows.map((row) => ({
    ...row,
    tags: row.tags ? (JSON.parse(row.tags) as string[]) : [],
    redacted: row.redacted === 1,
    publishable: row.publishable === 1,
  }));
}

export type CommentKey = Pick<Comment, 'question' | 'place'>;
export type CommentChange = { text: string; tags: readonly string[]; publishable: boolean };
export type CommentOutcome = { ok: true } | { ok: false; reason: 'unknown' | 'empty' | 'too_long' };

export async function noteComment(
  db: Database,
  survey: Pick<Survey, 'id'>,
  { question, place }: CommentKey,
  { text, tags, publishable }: CommentChange,
): Promise<CommentOutcome> {
  const clean = text.trim();
  if (!clean) return { ok: false, reason: 'empty' };
  if ([...clean].length > longestText.long_text || byteLength(clean) > commentBytes)
    return { ok: false, reason: 'too_long' };
  const here = sql`survey_id = ${survey.id} AND question = ${question} AND place = ${place}
    AND filled = 1 AND shown = 1`;
  const outcomes = await transact(db, [
    sql`INSERT INTO survey_comment_notes (survey_id, question, place, tags, redacted, publishable)
      SELECT survey_id, question, place, ${JSON.stringify(tags)}, body <> ${padded(clean)},
        ${publishable ? 1 : 0}
      FROM survey_comments WHERE ${here}
      ON CONFLICT DO UPDATE SET tags = excluded.tags, publishable = excluded.publishable,
        redacted = max(redacted, excluded.redacted) RETURNING place`,
    sql`UPDATE survey_comments SET body = ${padded(clean)} WHERE ${here} AND body <> ${padded(clean)}`,
  ]);
  return outcomes[0]?.rows.length ? { ok: true } : { ok: false, reason: 'unknown' };
}

/** The bank: the standard questions, and those that the network added to them. */
import { asc } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { standardQuestions } from './bank';
import type { Question } from './questions';
import { surveyQuestions } from './schema';

export async function listBank(db: Database): Promise<Question[]> {
  const own = await db.select().from(surveyQuestions).orderBy(asc(surveyQuestions.createdAt));
  return [
    ...standardQuestions,
    ...own.map(({ key, kind, options, texts }) => ({ key, kind, options, texts })),
  ];
}

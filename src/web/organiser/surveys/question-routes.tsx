/** The bank of questions, for those who organise. */
import { type Context, Hono } from 'hono';
import { mayOrganise } from '../../../domain/organisers/permissions';
import {
  addQuestion,
  isOwn,
  listBank,
  NewQuestion,
  rewordQuestion,
} from '../../../domain/surveys/own-questions';
import type { Question } from '../../../domain/surveys/questions';
import { NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import type { FieldErrors } from '../../ui/fields';
import type { OrganiserEnv } from '../context';
import { readFormKey, readInput, readValues, type Values } from '../form';
import { requireRole } from '../signed-in';
import { surveyShell } from './context';
import { QuestionPage, QuestionsPage } from './questions-page';

const organisers = requireRole(mayOrganise);

export const questionRoutes = new Hono<OrganiserEnv>()
  .get(links.surveyQuestions(), organisers, (c) => showBank(c))
  .post(links.surveyQuestions(), organisers, async (c) => {
    const { db, reader, now } = c.var;
    const values = await readValues(c);
    const read = readInput(NewQuestion, values, {});
    if (!read.ok) return showBank(c, values, sayErrors(c, read.errors));
    await addQuestion(db, read.input, { now, formKey: await readFormKey(c) });
    return c.redirect(reader.href(`${links.surveyQuestions()}?fait=question`), 303);
  })
  .get('/organisation/questions/:key', organisers, async (c) => {
    const question = await requireOwn(c);
    return c.html(
      <QuestionPage shell={surveyShell(c)} question={question} values={wordsOf(question)} />,
    );
  })
  .post('/organisation/questions/:key', organisers, async (c) => {
    const { db, reader, now } = c.var;
    const question = await requireOwn(c);
    const values = await readValues(c);
    const again = (errors: FieldErrors) =>
      c.html(<QuestionPage shell={surveyShell(c)} {...{ question, values, errors }} />, 422);
    const read = readInput(NewQuestion, { ...values, kind: question.kind }, {});
    if (!read.ok) return again(sayErrors(c, read.errors));
    const outcome = await rewordQuestion(db, question.key, read.input, now);
    if (!outcome.ok) return again(sayErrors(c, { options: outcome.reason }));
    return c.redirect(reader.href(`${links.surveyQuestions()}?fait=question`), 303);
  });

async function requireOwn(c: Context<OrganiserEnv>): Promise<Question> {
  const key = c.req.param('key');
  const question = (await listBank(c.var.db)).find((own) => own.key === key);
  if (!question || !isOwn(question)) throw new NotFound();
  return question;
}

/** What the question says now, as its form holds it. */
function wordsOf({ texts, options = [] }: Question): Values {
  const { fr, en } = texts;
  const lines = (said: typeof en) => options.map((key) => said?.options?.[key] ?? '').join('\n');
  return {
    label: fr.label,
    short: fr.short,
    options: lines(fr),
    labelEn: en?.label,
    shortEn: en?.short,
    optionsEn: en && lines(en),
  };
}

function sayErrors(c: Context<OrganiserEnv>, errors: FieldErrors): FieldErrors {
  const texts: Record<string, string> = c.var.reader.t.surveyPages.bank.errors;
  const said = Object.entries(errors).map(([name, error]) => [
    name,
    texts[error ?? ''] ?? texts.required,
  ]);
  return Object.fromEntries(said);
}

async function showBank(c: Context<OrganiserEnv>, values?: Values, errors?: FieldErrors) {
  const page = { shell: surveyShell(c), bank: await listBank(c.var.db) };
  return c.html(
    <QuestionsPage {...page} {...(values && { values })} {...(errors && { errors })} />,
    errors ? 422 : 200,
  );
}

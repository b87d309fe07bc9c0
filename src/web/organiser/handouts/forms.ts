/** The forms of a publication and of a loan: what was typed, what is stored, what the inputs parse. */
import type { HandoutDraft, LoanDraft } from '../../../domain/handouts/inputs';
import type { ListedHandout, ListedLoan } from '../../../domain/handouts/list-handouts';
import type { Values } from '../form';

const handoutFields = ['title', 'count', 'givenOn', 'actionId', 'session', 'note'] as const;
const loanFields = [
  'item',
  'borrowerOrganisation',
  'borrowerPerson',
  'lentOn',
  'dueOn',
  'returnedOn',
  'actionId',
  'note',
] as const;

export type HandoutForm = Record<(typeof handoutFields)[number], string> & { version: number };
export type LoanForm = Record<(typeof loanFields)[number], string> & { version: number };

const typed = <K extends string>(names: readonly K[], body: Values) => ({
  ...(Object.fromEntries(names.map((name) => [name, body[name]?.trim() ?? ''])) as Record<
    K,
    string
  >),
  version: Number.parseInt(body.version ?? '', 10) || 0,
});
export const typedHandout = (body: Values): HandoutForm => typed(handoutFields, body);
export const typedLoan = (body: Values): LoanForm => typed(loanFields, body);

const say = (value: number | null) => (value === null ? '' : String(value));

export const storedHandout = ({ handout, session }: ListedHandout): HandoutForm => ({
  title: handout.title,
  count: String(handout.count),
  givenOn: handout.givenOn,
  actionId: say(handout.actionId),
  session: session ?? '',
  note: handout.note,
  version: handout.version,
});

export const storedLoan = ({ loan }: ListedLoan): LoanForm => ({
  item: loan.item,
  borrowerOrganisation: loan.borrowerOrganisation,
  borrowerPerson: loan.borrowerPerson,
  lentOn: loan.lentOn,
  dueOn: loan.dueOn,
  returnedOn: loan.returnedOn ?? '',
  actionId: say(loan.actionId),
  note: loan.note,
  version: loan.version,
});

/** Digits only: '1e3' and '0x10' are no numbers that people type. */
const number = (text: string) => (/^\d{1,15}$/.test(text) ? Number(text) : Number.NaN);
const numberOrNone = (text: string) => (text ? number(text) : null);

export const handoutDraft = (
  form: HandoutForm,
  sessionId: number | null,
): Record<keyof HandoutDraft, unknown> => ({
  title: form.title,
  count: number(form.count),
  givenOn: form.givenOn,
  actionId: numberOrNone(form.actionId),
  sessionId,
  note: form.note,
});

export const loanDraft = (form: LoanForm): Record<keyof LoanDraft, unknown> => ({
  item: form.item,
  borrowerOrganisation: form.borrowerOrganisation,
  borrowerPerson: form.borrowerPerson,
  lentOn: form.lentOn,
  dueOn: form.dueOn,
  returnedOn: form.returnedOn || null,
  actionId: numberOrNone(form.actionId),
  note: form.note,
});

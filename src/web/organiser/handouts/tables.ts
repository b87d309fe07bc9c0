/** The two lists as files, and who borrowed: a person's name is for those who organise. */
import type { ListedHandout, ListedLoan } from '../../../domain/handouts/list-handouts';
import { type Loan, standingOf } from '../../../domain/handouts/schema';
import { mayOrganise } from '../../../domain/organisers/permissions';
import type { Cell } from '../../../lib/csv';
import type { Shell } from '../context';

export function sayBorrower(loan: Loan, { reader, account }: Shell): string {
  if (mayOrganise(account))
    return [loan.borrowerOrganisation, loan.borrowerPerson].filter(Boolean).join(' – ');
  return loan.borrowerOrganisation || reader.t.handouts.loan.aPerson;
}

export function handoutTable(handouts: readonly ListedHandout[], { reader, account }: Shell) {
  const text = reader.t.handouts;
  const mayRead = mayOrganise(account);
  const head = [text.handout.title, text.handout.count, text.handout.givenOn];
  return [
    [...head, text.action, text.session, ...(mayRead ? [text.note] : [])],
    ...handouts.map(({ handout, action, session }): Cell[] => [
      handout.title,
      handout.count,
      handout.givenOn,
      action,
      session,
      ...(mayRead ? [handout.note] : []),
    ]),
  ];
}

export function loanTable(loans: readonly ListedLoan[], shell: Shell, today: string): Cell[][] {
  const text = shell.reader.t.handouts;
  const mayRead = mayOrganise(shell.account);
  const { item, borrower, lentOn, dueOn, returnedOn, state, states } = text.loan;
  return [
    [
      item,
      borrower,
      lentOn,
      dueOn,
      returnedOn,
      state,
      text.action,
      ...(mayRead ? [text.note] : []),
    ],
    ...loans.map(({ loan, action }): Cell[] => [
      loan.item,
      sayBorrower(loan, shell),
      loan.lentOn,
      loan.dueOn,
      loan.returnedOn,
      states[standingOf(loan, today)],
      action,
      ...(mayRead ? [loan.note] : []),
    ]),
  ];
}

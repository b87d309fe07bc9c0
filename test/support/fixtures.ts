/** The rows of rows.ts in the database of the worker tests. */
import { db } from './db';
import { type ActionValues, insertAction, insertSession, type SessionValues } from './rows';

export { evening, now } from './rows';

export const anAction = (values: ActionValues = {}) => insertAction(db, values);

export const aSession = (values: SessionValues = {}) => insertSession(db, values);

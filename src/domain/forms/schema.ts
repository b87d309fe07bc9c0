/** The keys of forms that made something. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const formKeys = sqliteTable('form_keys', {
  key: text().primaryKey(),
  made: integer().notNull(),
});

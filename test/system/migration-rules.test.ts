import { expect, it } from 'vitest';
import { brokenRules } from '../../scripts/local/migration-rules.ts';

it.each([
  ['CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT;', []],
  ['CREATE TABLE a (x TEXT CHECK (x IN (1, 2)), y) STRICT, WITHOUT ROWID;', []],
  ['-- DROP TABLE in a comment\nALTER TABLE a ADD COLUMN b TEXT;', []],
  ['drop  table a;', ['DROP TABLE']],
  ['PRAGMA foreign_keys=OFF;', ['PRAGMA foreign_keys']],
  ['PRAGMA defer_foreign_keys = on;', ['PRAGMA foreign_keys']],
  ['CREATE TABLE a (b INTEGER REFERENCES c (id) ON DELETE CASCADE) STRICT;', ['CASCADE']],
  ['CREATE TABLE a (strict TEXT);', ['not STRICT']],
])('%s breaks %j', (sql, rules) => {
  expect(brokenRules(sql)).toEqual(rules);
});

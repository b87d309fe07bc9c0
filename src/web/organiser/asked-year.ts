/** The year of a list, read from a request. */
import type { Context } from 'hono';
import { localDay } from '../../lib/dates';
import type { OrganiserEnv } from './context';
import { readId } from './form';

type C = Context<OrganiserEnv>;

export const todayOf = ({ var: { now, reader } }: C) => localDay(now, reader.timeZone);

/** The year that was asked for, this one by default, with those to choose from. */
export function askedYear(c: C): { year: number; years: number[] } {
  const current = Number(todayOf(c).slice(0, 4));
  const asked = readId(c.req.query('annee'));
  const year = asked !== null && asked >= 2000 && asked <= 2100 ? asked : current;
  return { year, years: [...new Set([0, 1, 2, 3, 4].map((ago) => current - ago)).add(year)] };
}

/** The territories that reports count by: said by administrators, for the whole network. */
import { type Context, Hono } from 'hono';
import {
  listTowns,
  saveTerritories,
  type TerritoryChange,
} from '../../../domain/directories/territories';
import { mayAdminister } from '../../../domain/organisers/permissions';
import { links } from '../../../links';
import type { FieldErrors } from '../../ui/fields';
import { byOf, type OrganiserEnv, shellOf } from '../context';
import { readValues, type Values } from '../form';
import { requireRole } from '../signed-in';
import { fieldOf, TerritoriesPage, wasOf } from './territories-page';

type Here = Context<OrganiserEnv>;
const admin = requireRole(mayAdminister);
const longest = 120;

export const territoryRoutes = new Hono<OrganiserEnv>()
  .get(links.territories(), admin, (c) => showTerritories(c))
  .post(links.territories(), admin, async (c) => {
    const { db, reader } = c.var;
    const text = reader.t.directories.territories;
    const values = await readValues(c);
    const changes = (await listTowns(db)).flatMap(({ key }): TerritoryChange[] => {
      const typed = values[fieldOf(key)]?.trim();
      // A town that was not there yet when the form was opened is left alone.
      return typed === undefined ? [] : [{ key, was: values[wasOf(key)] ?? '', territory: typed }];
    });
    const tooLong = changes.filter(({ territory }) => territory.length > longest);
    if (tooLong.length) return showTerritories(c, values, errorsAt(tooLong, text.tooLong));
    const stale = await saveTerritories(db, changes, byOf(c));
    if (stale.length)
      return showTerritories(
        c,
        values,
        errorsAt(
          stale.map((key) => ({ key })),
          text.stale,
        ),
      );
    return c.redirect(reader.href(`${links.territories()}?fait=enregistre`), 303);
  });

const errorsAt = (towns: readonly { key: string }[], said: string): FieldErrors =>
  Object.fromEntries(towns.map(({ key }) => [fieldOf(key), said]));

async function showTerritories(c: Here, values?: Values, errors?: FieldErrors) {
  const page = { shell: shellOf(c), towns: await listTowns(c.var.db), values, errors };
  return c.html(<TerritoriesPage {...page} />, errors ? 422 : 200);
}

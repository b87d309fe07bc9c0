/**
 * The programme's address: which view, which sessions. The parameters stand in links that people
 * share, so they are French and stable; one that makes no sense is left out, never refused.
 */
import * as v from 'valibot';
import type { SessionFilters } from '../../../domain/catalogue/list-sessions';
import { audiences, modes } from '../../../domain/catalogue/schema';
import { monthSpan } from '../../../lib/dates';
import { links } from '../../../links';

export const views = ['calendrier', 'passees'] as const;

const text = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120));
const lenient = <T extends v.GenericSchema>(schema: T) => v.fallback(v.optional(schema), undefined);

const Query = v.object({
  vue: lenient(v.picklist(views)),
  public: lenient(v.picklist(audiences)),
  theme: lenient(text),
  lieu: lenient(text),
  mode: lenient(v.picklist(modes)),
  mois: lenient(v.pipe(v.string(), v.regex(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/))),
  places: lenient(v.literal('1')),
  suite: lenient(v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/))),
});

/** What the address asks for. `suite` is the cursor of a page, and not part of the choice. */
export type ProgrammeQuery = v.InferOutput<typeof Query>;
export type FilterName = 'public' | 'theme' | 'lieu' | 'mode' | 'mois' | 'places';

export const readQuery = (query: Record<string, string>): ProgrammeQuery => v.parse(Query, query);

/** The address of the programme with these choices; undefined takes one away. */
export function programmePath(query: ProgrammeQuery, change: Partial<ProgrammeQuery> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, suite: undefined, ...change }))
    if (value) search.set(name, value);
  return search.size ? `${links.programme()}?${search}` : links.programme();
}

/** The choices as the domain takes them. In the calendar the month is the page, not a filter. */
export function filtersOf(query: ProgrammeQuery, timeZone: string): SessionFilters {
  return {
    ...(query.public && { audience: query.public }),
    ...(query.theme && { topic: query.theme }),
    ...(query.lieu && { town: query.lieu }),
    ...(query.mode && { mode: query.mode }),
    ...(query.mois && { month: monthSpan(query.mois, timeZone) }),
    ...(query.places && { placesLeft: true }),
  };
}

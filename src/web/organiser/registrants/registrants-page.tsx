/** The people of a session: filtered, searched, sorted, counted, exported. */
import { seatsOver } from '../../../domain/catalogue/update-session';
import type { RegistrantCounts, Tally } from '../../../domain/registrations/count-registrants';
import {
  type Registrant,
  type RegistrantQuery,
  registrantsPerPage,
} from '../../../domain/registrations/list-registrants';
import { links } from '../../../links';
import { sayInstant } from '../../public/catalogue/say';
import { ButtonLink, Buttons } from '../../ui/button';
import { Badge, Notice, type Tone } from '../../ui/notice';
import { Pagination } from '../../ui/pagination';
import { Table } from '../../ui/table';
import type { Shell } from '../context';
import { SessionFrame, type SessionPage } from '../sessions/session-frame';
import { keyOf, ListFilters } from './list-filters';
import { withQuery } from './list-query';
import { Pick, SelectionForm, type SelectionProps } from './selection';

type Text = Shell['reader']['t']['registrants'];

export const stateTones: Record<Registrant['state'], Tone | undefined> = {
  confirmed: 'success',
  pending: 'care',
  waitlisted: 'info',
  offered: 'info',
  cancelled: undefined,
};

export function RegistrantsPage({
  query,
  rows,
  total,
  counts,
  selection,
  chosen,
  ...page
}: SessionPage & SelectionProps & { counts: RegistrantCounts }) {
  const { reader } = page.shell;
  const { session } = page.view;
  const text = reader.t.registrants;
  const { capacity, maxCapacity, seatsTaken, code } = session;
  const blank = { search: '', filter: 'live', profession: '', organisation: '' } as const;
  const to = (by: Partial<RegistrantQuery>) =>
    withQuery(reader.href(links.registrants(code)), { ...query, ...blank, ...by, page: 1 });
  const message = selection?.id ?? null;
  const over = seatsOver(seatsTaken, capacity);
  return (
    <SessionFrame {...page} tab="registrants">
      <p>
        <strong>{text.seatsTaken(seatsTaken, capacity, maxCapacity)}</strong>
      </p>
      {over > 0 && (
        <Notice tone="care">
          <p>{text.over(over)}</p>
        </Notice>
      )}
      <Buttons>
        {session.state === 'published' && (
          <ButtonLink href={reader.href(links.newRegistrant(code))}>{text.add}</ButtonLink>
        )}
        <ButtonLink kind="secondary" href={reader.href(links.phoneList(code))}>
          {text.phoneList}
        </ButtonLink>
      </Buttons>
      <ListFilters {...{ reader, query, counts, message }} />
      <p role="status" id="selection">
        {text.count(rows.length, total)}
      </p>
      {rows.length > 0 && (
        <SelectionForm {...{ page, query, rows, total, selection, chosen }}>
          <People {...{ page, rows, text, chosen }} />
        </SelectionForm>
      )}
      <Pages {...{ page, query, total, message }} />
      <Buttons>
        <ButtonLink
          kind="secondary"
          href={withQuery(reader.href(links.registrantsCsv(code)), query)}
        >
          {text.exportCsv}
        </ButtonLink>
        <ButtonLink
          kind="secondary"
          href={withQuery(reader.href(links.registrantsXlsx(code)), query)}
        >
          {text.exportXlsx}
        </ButtonLink>
      </Buttons>
      <div class="columns">
        <Tallies
          title={text.byProfession}
          head={text.profession}
          tallies={counts.professions}
          text={text}
          to={(profession) => to({ profession })}
        />
        <Tallies
          title={text.byOrganisation}
          head={text.organisation}
          tallies={counts.organisations}
          text={text}
          to={(organisation) => to({ organisation })}
        />
      </div>
    </SessionFrame>
  );
}

function People({
  page,
  rows,
  text,
  chosen,
}: {
  page: SessionPage;
  rows: readonly Registrant[];
  text: Text;
  chosen: ReadonlySet<number>;
}) {
  const { reader } = page.shell;
  return (
    <Table
      stacks
      caption={text.title}
      captionUnseen
      rows={rows}
      columns={[
        {
          head: text.who,
          cell: (r) => (
            <Pick registrant={r} chosen={chosen} t={reader.t}>
              <a href={reader.href(links.registrant(r.id))}>
                {r.firstName} {r.lastName}
              </a>
              {r.groupLabel && <div class="muted">{r.groupLabel}</div>}
            </Pick>
          ),
        },
        {
          head: text.state,
          cell: (r) => (
            <>
              <Badge tone={stateTones[r.state]}>{text.states[r.state]}</Badge>
              {r.overCapacityReason && <div class="muted">{text.overReason}</div>}
            </>
          ),
        },
        { head: text.seats, number: true, cell: (r) => r.seats },
        // What the session does not ask is a column of nothing.
        ...(['profession', 'organisation'] as const)
          .filter((field) => rows.some((r) => r[field]))
          .map((field) => ({ head: text[field], cell: (r: Registrant) => r[field] })),
        {
          head: text.contact,
          cell: (r) => (
            <>
              {r.email ? (
                <a href={`mailto:${r.email}`}>{r.email}</a>
              ) : (
                <span class="muted">{text.noEmail}</span>
              )}
              {r.phone && (
                <div>
                  <a href={`tel:${r.phone.replace(/[^+\d]/g, '')}`}>{r.phone}</a>
                </div>
              )}
            </>
          ),
        },
        { head: text.registeredOn, cell: (r) => sayInstant(r.createdAt, reader, page.now) },
      ]}
    />
  );
}

function Pages({
  page,
  query,
  total,
  message,
}: {
  page: SessionPage;
  query: RegistrantQuery;
  total: number;
  message: number | null;
}) {
  const { reader } = page.shell;
  const base = reader.href(links.registrants(page.view.session.code, message ?? undefined));
  const to = (n: number) => withQuery(base, { ...query, page: n });
  return (
    <Pagination
      t={reader.t}
      previous={query.page > 1 ? to(query.page - 1) : null}
      next={query.page * registrantsPerPage < total ? to(query.page + 1) : null}
    />
  );
}

function Tallies({
  title,
  head,
  tallies,
  text,
  to,
}: {
  title: string;
  head: string;
  tallies: Tally[];
  text: Text;
  /** The list of those that a key counts. */
  to: (key: string) => string;
}) {
  if (!tallies.some((tally) => tally.label)) return null;
  return (
    <section>
      <h2>{title}</h2>
      <Table
        caption={title}
        captionUnseen
        rows={tallies}
        columns={[
          { head, cell: (tally) => <a href={to(keyOf(tally))}>{tally.label ?? text.unknown}</a> },
          { head: text.people, number: true, cell: (tally) => tally.registrations },
          { head: text.seats, number: true, cell: (tally) => tally.seats },
        ]}
      />
    </section>
  );
}

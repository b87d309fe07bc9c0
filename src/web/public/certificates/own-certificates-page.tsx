/** A person's certificates, year by year with the total of hours; each to download and to print. */
import {
  numberOf,
  type PersonsCertificates,
  type YearOfCertificates,
} from '../../../domain/attendance/certificates';
import type { Certificate } from '../../../domain/attendance/schema';
import { sayDay } from '../../../lib/dates';
import { typeset } from '../../../lib/text';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { ButtonLink, Buttons } from '../../ui/button';
import { Layout } from '../../ui/layout';
import { Table } from '../../ui/table';

export function OwnCertificatesPage({
  reader,
  title,
  people,
  base,
  pdf,
  gathered,
}: {
  reader: Reader;
  title: string;
  people: readonly PersonsCertificates[];
  /** The address of this page: those of the documents stand below it. */
  base: string;
  /** Whether PDF is on. */
  pdf: boolean;
  /** All of a person's, and not those of one registration. */
  gathered: boolean;
}) {
  const { t, href } = reader;
  const text = t.certificates.own;
  return (
    <Layout reader={reader} head={{ title, noIndex: true }}>
      <h1>{title}</h1>
      {people.length === 0 ? <p>{text.none}</p> : gathered && <p class="lede">{text.intro}</p>}
      {people.map(({ name, years }) => (
        <>
          <h2>
            <bdi>{name}</bdi>
          </h2>
          {years.map((year) => (
            <YearTable {...{ reader, year, base, pdf }} />
          ))}
        </>
      ))}
      {gathered && people.length > 0 && (
        <Buttons>
          {pdf && <ButtonLink href={href(`${base}/toutes.pdf`)}>{text.all}</ButtonLink>}
          <ButtonLink href={href(`${base}/toutes`)} kind="secondary">
            {text.allPrint}
          </ButtonLink>
        </Buttons>
      )}
    </Layout>
  );
}

function YearTable({
  reader,
  year,
  base,
  pdf,
}: {
  reader: Reader;
  year: YearOfCertificates;
  base: string;
  pdf: boolean;
}) {
  const { t, locale, timeZone, href } = reader;
  const { own, document, minutes } = t.certificates;
  const day = ({ heldOn }: Certificate) =>
    heldOn === null ? document.noDate : sayDay(heldOn, locale, timeZone);
  return (
    <section>
      <h3>{own.year(year.year)}</h3>
      <Table
        caption={own.year(year.year)}
        captionUnseen
        rows={year.certificates}
        columns={[
          {
            head: own.session,
            // The day below it: four columns are wider than a phone.
            cell: (each) => (
              <>
                <a href={href(links.certificateVerification(each.code))}>
                  {typeset(each.facts.title)}
                </a>
                <br />
                {day(each)}
              </>
            ),
          },
          {
            head: own.hours,
            cell: (each) => (each.minutes === null ? document.hoursUnknown : minutes(each.minutes)),
          },
          {
            head: own.document,
            cell: (each) => (
              <>
                {document.number(numberOf(each))}
                <br />
                {pdf && <a href={href(`${base}/${each.code}.pdf`)}>{own.pdf}</a>}
                {pdf && ' · '}
                <a href={href(`${base}/${each.code}`)}>{own.print}</a>
              </>
            ),
          },
        ]}
      />
      <p>
        <strong>{own.total(minutes(year.minutes))}</strong>{' '}
        {year.withoutHours > 0 && own.withoutHours(year.withoutHours)}
      </p>
    </section>
  );
}

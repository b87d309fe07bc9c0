/** One registration: what is known, what was done and mailed, and what an organiser can do. */

import { hasLeft } from '../../../domain/registrations/left';
import type { HistoryLine } from '../../../domain/registrations/list-registrants';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { sayInstant } from '../../public/catalogue/say';
import { ButtonLink } from '../../ui/button';
import { ErrorSummary } from '../../ui/fields';
import { Badge } from '../../ui/notice';
import { Facts, Table } from '../../ui/table';
import { Failure } from '../mails/failure';
import { SessionFrame } from '../sessions/session-frame';
import { RegistrantActions } from './registrant-actions';
import type { RegistrantPageProps } from './registrant-props';
import { stateTones } from './registrants-page';

export function RegistrantPage(props: RegistrantPageProps) {
  const { registration: r, errors = {}, history, mails } = props;
  const { reader } = props.shell;
  const text = reader.t.registrants;
  const name = `${r.firstName} ${r.lastName}`;
  const when = (at: number) => sayInstant(at, reader, props.now);
  return (
    <SessionFrame
      {...props}
      tab="registrants"
      title={name}
      hasErrors={Object.keys(errors).length > 0}
    >
      <ErrorSummary t={reader.t} errors={errors} />
      <p>
        <a href={reader.href(links.registrants(props.view.session.code))}>{text.one.back}</a>
      </p>
      <h2>
        {name} <Badge tone={stateTones[r.state]}>{text.states[r.state]}</Badge>
      </h2>
      {r.endedBy && <p>{text.endings[r.endedBy]}</p>}
      <Facts
        items={[
          [text.contact, [r.email ?? text.noEmail, r.phone]],
          [text.seats, String(r.seats)],
          [text.companions, r.companions.join(', ')],
          [text.group, r.groupLabel],
          [text.profession, r.profession],
          [text.organisation, r.organisation],
          [text.town, r.town],
          [text.note, r.note],
          [text.overReason, r.overCapacityReason],
          [text.registeredOn, when(r.createdAt)],
        ]}
      />
      <p>
        <a href={reader.href(links.registrantDetails(r.id))}>{reader.t.correctDetails.title}</a>
      </p>
      {!hasLeft(r) && r.email !== null && (
        <p>
          <ButtonLink
            kind="secondary"
            href={reader.href(links.notes(props.view.session.code, r.id))}
          >
            {text.one.writeTo}
          </ButtonLink>
        </p>
      )}
      <RegistrantActions {...props} />
      <h2>{text.one.mails}</h2>
      {mails.length === 0 ? (
        <p>{text.one.noMails}</p>
      ) : (
        <Table
          caption={text.one.mails}
          captionUnseen
          rows={mails}
          columns={[
            {
              head: text.one.what,
              cell: (mail) => (
                <>
                  {text.mailKinds[mail.kind] ?? mail.kind}
                  <span class="recipient">{mail.recipient}</span>
                </>
              ),
            },
            {
              head: text.state,
              cell: (mail) => (
                <>
                  <Badge tone={mail.state === 'failed' ? 'danger' : undefined}>
                    {text.mailStates[mail.state] ?? mail.state}
                  </Badge>
                  {mail.lastError && mail.state !== 'superseded' && (
                    <Failure t={reader.t} words={mail.lastError} />
                  )}
                </>
              ),
            },
            { head: text.one.when, cell: (mail) => when(mail.sentAt ?? mail.createdAt) },
          ]}
        />
      )}
      <h2>{text.one.history}</h2>
      <Table
        caption={text.one.history}
        captionUnseen
        rows={history}
        columns={[
          { head: text.one.what, cell: (line) => sayEvent(line, reader) },
          { head: text.one.when, cell: (line) => when(line.at) },
          {
            head: text.one.by,
            cell: (line) =>
              line.name ?? (line.actor === 'person' ? text.one.byPerson : text.one.bySystem),
          },
        ]}
      />
    </SessionFrame>
  );
}

/** « Coordonnées corrigées (nom, téléphone) » */
function sayEvent({ event, detail }: HistoryLine, { t }: Reader): string {
  const said = t.registrants.events[event] ?? event;
  const { fields = [] }: { fields?: string[] } = JSON.parse(detail);
  const names: Record<string, string> = t.correctDetails.names;
  const corrected = fields.map((field) => names[field] ?? field).join(', ');
  return corrected ? `${said} (${corrected})` : said;
}

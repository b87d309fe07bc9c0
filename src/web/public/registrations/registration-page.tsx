/** « Mon inscription » : where one stands, what to do, what can still be changed, what is held. */
import { sessionTitle } from '../../../domain/catalogue/find-session';
import type { MailState } from '../../../domain/registrations/mail-state';
import { absolute, links } from '../../../links';
import { ButtonLink, Buttons } from '../../ui/button';
import { Layout } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { QrCode } from '../../ui/qr';
import { Facts } from '../../ui/table';
import { Contact, HowToCome, InPractice } from '../catalogue/practical';
import { sayWhen, sayWhere } from '../catalogue/say';
import type { OwnProps } from './load-own';
import { MyData } from './my-data';
import { OfferAnswer } from './offer';
import { StandingPanel } from './standing-panel';

/** What has just been done, in the address after a 303. */
export const doneCodes = [
  'annulation',
  'acceptee',
  'refusee',
  'changement',
  'adresse',
  'donnees',
] as const;
export type Done = (typeof doneCodes)[number];

export function RegistrationPage({
  done,
  problem,
  ...own
}: OwnProps & { done?: Done; problem?: string }) {
  const { reader, view, standing } = own;
  const { t } = reader;
  const { registration: texts } = t;
  const coming = standing !== 'past' && standing !== 'session_cancelled';
  return (
    <Layout
      reader={reader}
      head={{ title: `${texts.own.title} – ${sessionTitle(view)}`, noIndex: true }}
    >
      <div class="narrow">
        {problem && (
          <Notice tone="danger">
            <p>{problem}</p>
          </Notice>
        )}
        {done && !problem && (
          <Notice tone="success">
            <p>{texts.done[done]}</p>
          </Notice>
        )}
        <StandingPanel {...own} />
        {standing === 'offered' && <OfferAnswer {...own} />}
        <h2>{sessionTitle(view)}</h2>
        <What {...own} />
        {own.hasCertificate && (
          <Buttons>
            <ButtonLink href={reader.href(links.registrationCertificates(own.token))}>
              {t.certificates.own.ofRegistration}
            </ButtonLink>
          </Buttons>
        )}
        {standing === 'confirmed' && view.slots.length > 0 && (
          <Buttons>
            <ButtonLink href={reader.href(links.registrationCalendar(own.token))} kind="secondary">
              {texts.own.addToCalendar}
            </ButtonLink>
          </Buttons>
        )}
        {standing === 'confirmed' && view.session.mode !== 'online' && <Ticket {...own} />}
        {coming && standing !== 'cancelled' && <MailNotice {...own} />}
        <Colleagues {...own} />
        <Changes {...own} />
        {coming && (
          <>
            <InPractice session={view.session} reader={reader} />
            <HowToCome view={view} reader={reader} />
          </>
        )}
        <Contact session={view.session} reader={reader} />
        <MyData {...own} />
      </div>
    </Layout>
  );
}

function What({ reader, view, now, registration, standing }: OwnProps) {
  const { t, href } = reader;
  const { own } = t.registration;
  const { session, slots, venue } = view;
  const seats = registration.groupLabel
    ? own.group(
        registration.groupLabel,
        registration.headcounts.children ?? 0,
        registration.headcounts.adults ?? 0,
      )
    : registration.seats > 1 && String(registration.seats);
  const names = registration.companions.join(', ');
  return (
    <Facts
      items={[
        [own.of, `${registration.firstName} ${registration.lastName}`],
        [own.when, slots.length ? sayWhen(slots, reader, now) : own.undated],
        [own.where, sayWhere(session, venue, reader)],
        [
          own.videoLink,
          standing === 'confirmed' && session.videoUrl && (
            <>
              <a href={session.videoUrl} rel="noreferrer">
                {session.videoUrl}
              </a>
              <br />
              <span class="muted">{own.videoHint}</span>
            </>
          ),
        ],
        [own.seats, [seats, names && own.withCompanions(names)]],
        [own.seeSession, <a href={href(links.session(session.code))}>{session.code}</a>],
      ]}
    />
  );
}

/** What is scanned at the door: the link of this page. */
function Ticket({ reader, token }: OwnProps) {
  const { own } = reader.t.registration;
  return (
    <section class="ticket">
      <h2>{own.ticketTitle}</h2>
      <p>{own.ticketText}</p>
      <QrCode text={absolute(reader.baseUrl, links.registration(token))} label={own.ticketCode} />
    </section>
  );
}

/** A mail that has not left yet, or never arrived, is said here: the page stands in for it. */
function MailNotice({ reader, registration, mail }: OwnProps) {
  const { own } = reader.t.registration;
  const { email } = registration;
  if (email === null)
    return (
      <Notice tone="care">
        <p>{own.noMail}</p>
      </Notice>
    );
  const texts = {
    sent: own.mailSent(email),
    on_its_way: own.mailOnItsWay(email),
    delayed: own.mailDelayed(email),
    failed: own.mailFailed(email),
  } satisfies Record<MailState, string>;
  const tone = mail === 'failed' ? 'danger' : mail === 'delayed' ? 'care' : 'info';
  return (
    <Notice tone={tone}>
      <p>{texts[mail]}</p>
      <p>{own.keepPage}</p>
    </Notice>
  );
}

function Colleagues({ reader, colleagues }: OwnProps) {
  if (!colleagues.length) return null;
  const { own } = reader.t.registration;
  return (
    <section>
      <h2>{own.colleaguesTitle}</h2>
      <p>{own.colleaguesText}</p>
      <Facts
        items={colleagues.map(({ firstName, lastName, state }) => [
          `${firstName} ${lastName}`,
          own.states[state],
        ])}
      />
    </section>
  );
}

/** Links that lead to a page each; only a button there acts. */
function Changes({ reader, token, may, view, standing }: OwnProps) {
  const { t, href } = reader;
  const { own } = t.registration;
  const open = [
    may.move && ([own.move, links.change(token)] as const),
    may.handOver && ([own.handOver, links.handover(token)] as const),
    may.correctAddress && ([own.correctAddress, links.addressCorrection(token)] as const),
    may.cancel && standing !== 'offered' && ([own.cancel, links.cancellation(token)] as const),
  ].filter((change) => change !== false);
  if (!open.length)
    return (
      <Buttons>
        {(standing === 'cancelled' || standing === 'lapsed') && (
          <ButtonLink href={href(links.session(view.session.code))}>{own.registerAgain}</ButtonLink>
        )}
        <ButtonLink href={href(links.programme())} kind="secondary">
          {own.otherDates}
        </ButtonLink>
      </Buttons>
    );
  return (
    <section>
      <h2>{own.changesTitle}</h2>
      <Buttons>
        {open.map(([label, to]) => (
          <ButtonLink href={href(to)} kind="secondary">
            {label}
          </ButtonLink>
        ))}
      </Buttons>
    </section>
  );
}

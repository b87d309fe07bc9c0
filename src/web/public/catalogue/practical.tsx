/** What people look for before they come; each line only where the organiser said so. */
import type { SessionView } from '../../../domain/catalogue/find-session';
import type { Session } from '../../../domain/catalogue/schema';
import type { Reader } from '../../context';
import { Facts } from '../../ui/table';
import { sayVenue } from './say';

type Props = { session: Pick<Session, 'practical' | 'mode'>; reader: Reader };

export function InPractice({ session: { practical }, reader }: Props) {
  const { programme } = reader.t;
  const yesNo = (value: boolean | undefined, yes: string, no: string) =>
    value === undefined ? '' : value ? yes : no;
  const items = [
    [programme.cost, practical.free ? programme.free : (practical.price ?? '')],
    [programme.babies, yesNo(practical.babies, programme.babiesWelcome, programme.babiesNo)],
    [programme.access, yesNo(practical.wheelchair, programme.wheelchair, programme.wheelchairNo)],
    [programme.signLanguage, practical.signLanguage ? programme.signLanguageYes : ''],
    [programme.interpreter, practical.interpreter ?? ''],
    [programme.bring, practical.bring ?? ''],
  ] as const;
  if (items.every(([, text]) => !text)) return null;
  return (
    <section aria-labelledby="practical">
      <h2 id="practical">{programme.practicalTitle}</h2>
      <Facts items={items} />
    </section>
  );
}

export function HowToCome({
  view: { session, venue },
  reader,
}: {
  view: { session: Props['session']; venue: SessionView['venue'] };
  reader: Reader;
}) {
  const { programme } = reader.t;
  const { parking, bus } = session.practical;
  if (session.mode === 'online' || !(venue || parking || bus)) return null;
  const address = venue && [venue.address, venue.town].filter(Boolean).join(', ');
  const map =
    address && `https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`;
  return (
    <section aria-labelledby="come">
      <h2 id="come">{programme.comeTitle}</h2>
      <Facts
        items={[
          [
            programme.address,
            [
              venue && sayVenue(venue),
              venue?.address && address,
              map && (
                <a href={map} rel="noopener noreferrer">
                  {programme.seeMap}
                </a>
              ),
            ],
          ],
          [programme.venueAccess, venue?.access],
          [programme.parking, parking],
          [programme.bus, bus],
        ]}
      />
    </section>
  );
}

export function Contact({ session: { practical }, reader }: Props) {
  const { contactName, contactPhone, contactEmail } = practical;
  if (!contactPhone && !contactEmail) return null;
  const { programme } = reader.t;
  return (
    <div class="contact">
      <h2>{programme.contactTitle}</h2>
      <p>{contactName ?? programme.contactText}</p>
      {contactPhone && (
        <p>
          <a href={`tel:${contactPhone.replace(/[^\d+]/g, '')}`}>{contactPhone}</a>
        </p>
      )}
      {contactEmail && (
        <p>
          <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
        </p>
      )}
    </div>
  );
}

/** What is held of a person: to see, to download, and whom to ask for the rest. */
import { texts } from '../../../i18n';
import { links } from '../../../links';
import { Facts } from '../../ui/table';
import { sayInstant } from '../catalogue/say';
import type { OwnProps } from './load-own';

export function MyData({ reader, now, token, registration }: OwnProps) {
  const { t, href } = reader;
  const { data } = t.registration;
  const at = (instant: number | null) => instant !== null && sayInstant(instant, reader, now);
  return (
    <details>
      <summary>{data.title}</summary>
      <p>{data.text}</p>
      <Facts
        items={[
          [data.name, `${registration.firstName} ${registration.lastName}`],
          [data.email, registration.email],
          [data.phone, registration.phone],
          [data.profession, registration.profession],
          [data.organisation, registration.organisation],
          [data.town, registration.town],
          [data.note, registration.note],
          [data.companions, registration.companions.join(', ')],
          [data.language, texts(registration.locale).common.languageName],
          [data.registeredAt, at(registration.createdAt)],
          [data.consentAt, at(registration.consentAt)],
        ]}
      />
      <p>
        <a href={href(links.ownDetails(token))}>{t.correctDetails.own.link}</a>
      </p>
      <p>
        <a href={links.registrationData(token)} download>
          {data.download}
        </a>
      </p>
      <p>
        <a href={href(links.privacy())}>{data.rights}</a>
      </p>
    </details>
  );
}

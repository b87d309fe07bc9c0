/** What is held of a person, as a file that they can take elsewhere. Instants as ISO 8601. */
import type { SessionView } from '../../../domain/catalogue/find-session';
import { sessionTitle } from '../../../domain/catalogue/find-session';
import type { Registration } from '../../../domain/registrations/schema';

type Held = {
  view: SessionView;
  url: string;
  history: { at: number; event: string; actor: string }[];
};

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

export const heldData = (registration: Registration, { view, url, history }: Held) => ({
  session: {
    code: view.session.code,
    title: sessionTitle(view),
    slots: view.slots.map((slot) => ({ startsAt: iso(slot.startsAt), endsAt: iso(slot.endsAt) })),
  },
  registration: {
    url,
    state: registration.state,
    endedBy: registration.endedBy,
    firstName: registration.firstName,
    lastName: registration.lastName,
    email: registration.email,
    phone: registration.phone,
    profession: registration.profession,
    organisation: registration.organisation,
    town: registration.town,
    note: registration.note,
    seats: registration.seats,
    companions: registration.companions,
    groupLabel: registration.groupLabel,
    headcounts: registration.headcounts,
    language: registration.locale,
    registeredAt: iso(registration.createdAt),
    consentAt: iso(registration.consentAt),
  },
  // Which organiser acted is theirs; that one did is the person's to know.
  history: history.map(({ at, event, actor }) => ({
    at: iso(at),
    event,
    by: actor.replace(/:.*/, ''),
  })),
});

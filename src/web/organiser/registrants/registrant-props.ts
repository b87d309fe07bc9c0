/** What the page about one registration is given. */
import type { SessionView } from '../../../domain/catalogue/find-session';
import type { HistoryLine, SentMail } from '../../../domain/registrations/list-registrants';
import type { PartyView } from '../../../domain/registrations/queries';
import type { Registration } from '../../../domain/registrations/schema';
import type { FieldErrors } from '../../ui/fields';
import type { SessionPage } from '../sessions/session-frame';

export type RegistrantPageProps = SessionPage & {
  registration: Registration;
  party: PartyView | null;
  members: number;
  history: HistoryLine[];
  mails: SentMail[];
  targets: { view: SessionView; fits: boolean }[];
  values?: Partial<Record<string, string>>;
  errors?: FieldErrors;
};

/** Who comes, and who is answered as one. */
import { emailKey, nameKey } from '../../lib/text';
import type { Headcounts } from './schema';

export type Registrant = {
  firstName: string;
  lastName: string;
  /** Null only for people whom an organiser registers, and for groups' companions. */
  email: string | null;
  locale: 'fr' | 'en';
  phone?: string | null;
  profession?: string | null;
  organisation?: string | null;
  town?: string | null;
  note?: string | null;
  seats: number;
  companions?: string[];
  group?: { label: string; headcounts: Headcounts };
};

export type RegisterInput = {
  sessionId: number;
  /** Whoever fills the form first, then colleagues, each with their own registration. */
  registrants: [Registrant, ...Registrant[]];
  /** Colleagues come all or not at all (one party), rather than as many as fit. */
  together: boolean;
  submissionKey: string;
  /** Whether they came by the link of an invitation. */
  invited?: boolean;
};

export const emailKeys = (input: Pick<RegisterInput, 'registrants'>) =>
  input.registrants.flatMap((r) => (r.email === null ? [] : [emailKey(r.email)]));

/** What is answered as one: everybody who comes together, else each on their own. */
export const partiesOf = (
  input: Pick<RegisterInput, 'registrants' | 'together'>,
): Registrant[][] =>
  input.together ? [[...input.registrants]] : input.registrants.map((r) => [r]);

export const seatsOf = (members: Registrant[]) => members.reduce((sum, m) => sum + m.seats, 0);
export const organisationKeyOf = (members: Registrant[]) => nameKey(members[0]?.organisation ?? '');

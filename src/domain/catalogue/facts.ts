/** What a mail, a calendar or an announcement says of a session, frozen as it was. */
import type { Span } from '../../lib/dates';
import type { Mode, Practical, Speaker } from './schema';

export type VenueFacts = {
  name: string;
  address: string | null;
  town: string | null;
  access: string | null;
};

export type SessionFacts = {
  id: number;
  code: string;
  /** The session's own title where it has one, else its action's. */
  title: string;
  mode: Mode | null;
  /** Empty while the date is to be determined. */
  slots: Span[];
  venue: VenueFacts | null;
  /** Only for people confirmed: nothing public may show it. */
  videoUrl: string | null;
  carriers: string[];
  speakers: Speaker[];
  practical: Practical;
  eligibility: string;
  /** The session's version when the facts were taken: a decision based on them holds only for it. */
  version: number;
};

/** What a certificate attests, frozen when it is issued; it names nobody. */
import type { Span } from '../../lib/dates';
import type { Mode, Slot } from '../catalogue/schema';

/** The half-days at which the person was present, with what the record tells of their hours. */
export type AttestedSlot = Span & { precision: Slot['precision'] };

export type CertificateFacts = {
  title: string;
  code: string;
  /** Empty for a session that was noted without a date. */
  slots: AttestedSlot[];
  mode: Mode | null;
  place: { name: string; address: string | null; town: string | null } | null;
  carriers: string[];
  /** Whose logos the network printed as its funders'; certificates issued before this was noted have none. */
  funders?: string[];
  /** The functions of the speakers, never their names. */
  speakers: string[];
  /** The network that attests. */
  network: string;
  timeZone: string;
};

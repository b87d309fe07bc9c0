/** What the form is made of, for the page and for its parts. */
import type { Session } from '../../../domain/catalogue/schema';
import type { FormFields } from '../../../domain/registrations/inputs';
import type { Reader } from '../../context';
import type { FieldErrors } from '../../ui/fields';

/** Without its video link, which is for people confirmed. */
export type FormSession = Omit<Session, 'videoUrl'>;
export type Suggestions = { professions: string[]; organisations: string[] };

export type FormProps = {
  reader: Reader;
  session: FormSession;
  carriers: string[];
  suggestions: Suggestions;
  /** What was typed before, kept on error. */
  values: FormFields;
  errors: FieldErrors;
  submissionKey: string;
  /** The token of the invitation that opened the form of a session « sur invitation ». */
  invitation?: string | undefined;
  colleagueRows: number;
};

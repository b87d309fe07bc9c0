/** What a report is told with: its figures, where they stand and what they open, and who reads. */
import type { Member } from '../../../domain/organisers/permissions';
import type { YearReport } from '../../../domain/reports/year-report';
import type { Reader } from '../../context';
import type { Place } from './place';

export type Telling = {
  reader: Reader;
  place: Place;
  report: YearReport;
  /** Last year's, to stand beside. */
  before?: YearReport;
  /** Who may follow a line to what it is about; a file leads nowhere. */
  account?: Member;
};

import { actions, meetings } from './actions';
import { attendance } from './attendance';
import { calendar } from './calendar';
import { certificates } from './certificates';
import { common } from './common';
import { contacts } from './contacts';
import { correctDetails } from './correct-details';
import { dateWatch } from './date-watch';
import { directories } from './directories';
import { drafts } from './drafts';
import { errors } from './errors';
import { handouts } from './handouts';
import { mail } from './mail';
import { mails } from './mails';
import { organiser } from './organiser';
import { outreach } from './outreach';
import { passkeys } from './passkeys';
import { privacy } from './privacy';
import { programme } from './programme';
import { registrants } from './registrants';
import { registration } from './registration';
import { reports } from './reports';
import { sessions } from './sessions';
import { signatures } from './signatures';
import { surveyPages } from './survey-pages';
import { surveys } from './surveys';
import { whoStays } from './who-stays';

export const fr = {
  attendance,
  calendar,
  certificates,
  common,
  contacts,
  correctDetails,
  dateWatch,
  directories,
  drafts,
  errors,
  handouts,
  programme,
  privacy,
  registration,
  mail,
  organiser,
  outreach,
  passkeys,
  actions,
  meetings,
  sessions,
  signatures,
  mails,
  surveyPages,
  reports,
  surveys,
  registrants,
  whoStays,
};

/**
 * The organisers' side. Signing in is open to all; all that is mounted after `signedIn` is not, and
 * test/web/permissions.test.ts asks what each role may do on each route.
 */
import { Hono } from 'hono';
import { links } from '../../links';

import { actionRoutes } from './actions/routes';

import { attendanceRoutes } from './attendance/routes';

import { contactRoutes } from './contacts/routes';
import type { OrganiserEnv } from './context';
import { directoryRoutes } from './directories/routes';
import { territoryRoutes } from './directories/territory-routes';
import { handoutRoutes } from './handouts/handout-routes';
import { loanRoutes } from './handouts/loan-routes';
import { invitationRoutes } from './invitations/routes';
import { loginsRoutes } from './login/logins-routes';
import { loginRoutes } from './login/routes';
import { mailRoutes } from './mails/routes';
import { meetingRoutes } from './meetings/routes';
import { noteRoutes } from './notes/routes';
import { passkeyLoginRoutes } from './passkeys/login-routes';
import { passkeyRoutes } from './passkeys/routes';
import { peopleRoutes } from './people/routes';
import { printingRoutes } from './printing/routes';
import { detailsRoutes } from './registrants/details-routes';
import { registrantRoutes } from './registrants/registrant-routes';
import { registrantsRoutes } from './registrants/routes';
import { actionReportRoutes } from './reports/action-routes';
import { reportRoutes } from './reports/routes';
import { sessionRoutes } from './sessions/routes';
import { signedIn } from './signed-in';
import { surveyRoutes } from './surveys/routes';
import { todayRoutes } from './today/routes';

export const organiserRoutes = new Hono<OrganiserEnv>()
  // Before the mailed link's, whose path takes /connexion/cle for a token.
  .route('/', passkeyLoginRoutes)
  .route('/', loginRoutes)
  .use(`${links.organiser()}/*`, signedIn)
  .route('/', todayRoutes)
  .route('/', actionRoutes)
  .route('/', meetingRoutes)
  .route('/', handoutRoutes)
  .route('/', loanRoutes)
  .route('/', sessionRoutes)
  .route('/', mailRoutes)
  .route('/', registrantsRoutes)
  .route('/', registrantRoutes)
  .route('/', detailsRoutes)
  .route('/', loginsRoutes)
  .route('/', passkeyRoutes)
  .route('/', peopleRoutes)
  .route('/', directoryRoutes)
  .route('/', territoryRoutes)
  .route('/', reportRoutes)
  .route('/', actionReportRoutes)
  .route('/', noteRoutes)
  .route('/', contactRoutes)
  .route('/', invitationRoutes)
  .route('/', printingRoutes)
  .route('/', attendanceRoutes)
  .route('/', surveyRoutes);

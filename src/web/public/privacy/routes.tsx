/** GET /confidentialite */
import { Hono } from 'hono';
import { links } from '../../../links';
import type { AppEnv } from '../../context';
import { PrivacyPage } from './privacy-page';

export const privacyRoutes = new Hono<AppEnv>().get(links.privacy(), (c) =>
  c.html(<PrivacyPage reader={c.var.reader} contact={c.var.settings.adminEmail} />),
);

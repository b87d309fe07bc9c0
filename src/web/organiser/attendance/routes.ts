/** Taking attendance: the tick list, the door, the paper sheet, headcounts, video, the code on the wall. */
import { Hono } from 'hono';
import type { OrganiserEnv } from '../context';
import { certificatesRoutes } from './certificates-routes';
import { checkInPosterRoutes } from './check-in-routes';
import { doorRoutes } from './door-routes';
import { headcountRoutes } from './headcount-routes';
import { listRoutes } from './list-routes';
import { scanRoutes } from './scan-routes';
import { sheetRoutes } from './sheet-routes';
import { videoRoutes } from './video-routes';
import { walkInRoutes } from './walk-in-routes';

export const attendanceRoutes = new Hono<OrganiserEnv>()
  .route('/', listRoutes)
  .route('/', doorRoutes)
  .route('/', sheetRoutes)
  .route('/', scanRoutes)
  .route('/', headcountRoutes)
  .route('/', videoRoutes)
  .route('/', checkInPosterRoutes)
  .route('/', walkInRoutes)
  .route('/', certificatesRoutes);

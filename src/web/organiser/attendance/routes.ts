/** Taking attendance: the tick list, the door, the paper sheet, headcounts, video, the code on the wall. */
import { Hono } from 'hono';
import type { OrganiserEnv } from '../context';
import { headcountRoutes } from './headcount-routes';
import { listRoutes } from './list-routes';
import { sheetRoutes } from './sheet-routes';

export const attendanceRoutes = new Hono<OrganiserEnv>()
  .route('/', listRoutes)
  .route('/', sheetRoutes)
  .route('/', headcountRoutes);

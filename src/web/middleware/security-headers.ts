/**
 * Headers of every answer. Referrer-Policy is same-origin and not Hono's no-referrer: with the
 * latter browsers send « Origin: null » on form POSTs, and honest people are refused.
 * Pages that carry someone's link or a form are not kept by shared caches.
 */
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import type { AppEnv } from '../context';

const defaults = secureHeaders({
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    frameSrc: ["'self'"],
  },
});

/** A handler that frames what others wrote sets `contentPolicy`, a policy for that answer alone. */
export const securityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await defaults(c, next);
  const policy = c.get('contentPolicy');
  if (!policy) return;
  c.header('Content-Security-Policy', policy);
  c.header('X-Frame-Options', 'SAMEORIGIN');
});

export const privateByDefault = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-cache');
});

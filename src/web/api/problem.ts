/** Errors of the JSON API: problem details (RFC 9457). */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppEnv } from '../context';
import type { ProblemJson } from './schemas';

const titles = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  500: 'Internal Server Error',
} as const satisfies Partial<Record<ContentfulStatusCode, string>>;

/** The answer for an error, with the parameters at fault where there are some. */
export function problem(
  c: Context<AppEnv>,
  status: keyof typeof titles,
  more: Pick<ProblemJson, 'detail' | 'errors'> = {},
): Response {
  const body: ProblemJson = { type: 'about:blank', title: titles[status], status, ...more };
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' });
}

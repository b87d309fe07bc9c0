/**
 * Two of the three kinds of errors (docs/architecture.md): absence and permission, thrown and turned
 * into a page by app.onError. Refusals are returned as data; all else is a bug.
 */

/** What was asked for does not exist, or must look as if it did not (unknown, used, expired tokens). */
export class NotFound extends Error {
  override name = 'NotFound';
}

/** The person is known and may not do this; `actionId`: what others work on. */
export class Forbidden extends Error {
  override name = 'Forbidden';
  constructor(readonly actionId?: number) {
    super();
  }
}

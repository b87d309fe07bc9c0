/** The pages of absence, permission and bugs: what happened, that nothing is lost, where to go. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { links } from '../../links';
import type { AppEnv, Reader } from '../context';
import { Layout } from './layout';

export type ErrorKind = 'notFound' | 'forbidden' | 'crossSite' | 'tooLarge' | 'tooMany' | 'bug';

export function ErrorPage({ reader, kind }: { reader: Reader; kind: ErrorKind }) {
  const title = reader.t.errors[`${kind}Title`];
  return (
    <Layout reader={reader} head={{ title }}>
      <h1>{title}</h1>
      <p>{reader.t.errors[`${kind}Text`]}</p>
      <p>
        <a class="button" href={reader.href(links.programme())}>
          {reader.t.errors.backToProgramme}
        </a>
      </p>
    </Layout>
  );
}

export const errorPage = (
  reader: Reader,
  c: Context<AppEnv>,
  status: ContentfulStatusCode,
  kind: ErrorKind,
) =>
  asksForJson(c)
    ? c.json({ error: kind, message: reader.t.errors[`${kind}Text`] }, status)
    : c.html(<ErrorPage reader={reader} kind={kind} />, status);

/** A script of ours says so; a browser that opens a page, and whoever says nothing, gets the page. */
export const asksForJson = (c: Context<AppEnv>) => c.req.header('Accept') === 'application/json';

/** The OpenAPI 3.1 document, made from the schemas that the routes use. */
import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import { links } from '../../links';
import { ListQuery, Problem, Session, SessionList } from './schemas';

const reference = (name: string) => `#/components/schemas/${name}`;

const schemas = () =>
  toJsonSchemaDefs(
    { Session, SessionList, Problem },
    {
      target: 'draft-2020-12',
      overrideRef: ({ referenceId }) => reference(referenceId),
    },
  );

/** What a parameter's text stands for (a limit is a number), with its description beside it. */
function queryParameters() {
  return Object.entries(ListQuery.entries).map(([name, entry]) => {
    const { $schema, description, ...schema } = toJsonSchema(entry, {
      target: 'draft-2020-12',
      typeMode: 'output',
      // A check of ours has no JSON Schema; its description says it.
      ignoreActions: ['check'],
    });
    return { name, in: 'query', required: false, ...(description && { description }), schema };
  });
}

const answer = (description: string, name: string, type = 'application/json') => ({
  description,
  content: { [type]: { schema: { $ref: reference(name) } } },
});
const refusal = (description: string) => answer(description, 'Problem', 'application/problem+json');

export function openApiDocument(site: { networkName: string; baseUrl: string; version: string }) {
  return {
    openapi: '3.1.0',
    info: {
      title: `Programme – ${site.networkName}`,
      version: site.version,
      description:
        'The public programme, read-only, without personal data. Answers may be kept for 30 seconds.',
    },
    servers: [{ url: site.baseUrl }],
    paths: {
      [links.apiSessions()]: {
        get: {
          operationId: 'listSessions',
          summary: 'The sessions of the programme, a page at a time.',
          parameters: queryParameters(),
          responses: {
            200: answer('One page.', 'SessionList'),
            400: refusal('A parameter that cannot be read.'),
          },
        },
      },
      [links.apiSession('{code}')]: {
        get: {
          operationId: 'getSession',
          summary: 'One session.',
          parameters: [
            {
              name: 'code',
              in: 'path',
              required: true,
              description: 'The code of the session, in either case.',
              schema: { type: 'string' },
            },
          ],
          responses: {
            200: answer('The session.', 'Session'),
            404: refusal('No session that may be shown has this code.'),
          },
        },
      },
    },
    components: { schemas: schemas() },
  };
}

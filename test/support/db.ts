/** The worker tests' database: the migrated D1 of the test file. */
import { env } from 'cloudflare:workers';
import { connect } from '../../src/db/client';
import type { Bindings } from '../../src/env';

export const bindings = env as unknown as Bindings;
export const db = connect(bindings.DB);

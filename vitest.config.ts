import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const signingSecret = 'a signing secret that is only for tests';
// wrangler checks the required secrets in the environment.
process.env.SIGNING_SECRET = signingSecret;

/** Two kinds of tests: in workerd with a real D1, and in Node for real browsers and real mail peers. */
export default defineConfig(async () => ({
  test: {
    projects: [
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations('migrations'),
                SIGNING_SECRET: signingSecret,
                RATE_LIMITS: 'off',
              },
              r2Buckets: ['SHEETS'],
            },
          }),
        ],
        test: {
          name: 'worker',
          include: ['test/{domain,web,jobs,lib}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/migrate.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'node',
          include: ['test/{browser,system}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
}));

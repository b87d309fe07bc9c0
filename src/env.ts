/** Settings: read from the Worker's bindings, checked once, with a message that says what is wrong. */
import * as v from 'valibot';

const timeZone = v.pipe(
  v.string(),
  v.check((zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat('fr', { timeZone: zone }));
    } catch {
      return false;
    }
  }, 'is not an IANA time zone, such as Europe/Paris'),
);

const httpUrl = v.pipe(
  v.string(),
  v.check(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'is not an http(s) address, such as https://inscriptions.example.fr',
  ),
  v.transform((text) => text.replace(/\/+$/, '')),
);

const mailFrom = v.pipe(
  v.string(),
  v.regex(
    /^(?:[^<>"]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
    'is not a sender, such as Farandole <inscriptions@example.fr>',
  ),
);

const Settings = v.pipe(
  v.object({
    BASE_URL: httpUrl,
    NETWORK_NAME: v.pipe(v.string(), v.trim(), v.nonEmpty('is empty')),
    TIME_ZONE: timeZone,
    MAIL_TRANSPORT: v.picklist(
      ['mailbox', 'smtp', 'cloudflare'],
      'must be mailbox, smtp or cloudflare',
    ),
    SMTP_URL: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^smtps?:\/\/.+/, 'is not an address such as smtp://user:password@host:587'),
      ),
    ),
    MAIL_FROM: mailFrom,
    ADMIN_EMAIL: v.pipe(v.string(), v.email('is not an e-mail address')),
    RATE_LIMITS: v.picklist(['on', 'off'], 'must be on or off'),
    SIGNING_SECRET: v.pipe(v.string(), v.minLength(32, 'must have at least 32 characters')),
    // A PDF costs more than the 10 ms of CPU of the free plan: off, the page that prints takes its place.
    PDF: v.optional(v.picklist(['on', 'off'], 'must be on or off'), 'on'),
    VERSION: v.optional(v.string(), 'dev'),
  }),
  v.forward(
    v.check(
      (s) => s.MAIL_TRANSPORT !== 'smtp' || Boolean(s.SMTP_URL),
      'is missing, and MAIL_TRANSPORT=smtp needs it',
    ),
    ['SMTP_URL'],
  ),
);

/** The names of all settings, for what reads them from elsewhere than the bindings. */
export const settingNames = Object.keys(Settings.entries);

export type Settings = {
  baseUrl: string;
  networkName: string;
  timeZone: string;
  mailTransport: 'mailbox' | 'smtp' | 'cloudflare';
  smtpUrl?: string;
  mailFrom: string;
  adminEmail: string;
  rateLimits: 'on' | 'off';
  signingSecret: string;
  version: string;
  pdf: 'on' | 'off';
};

export type Bindings = {
  DB: D1Database;
  ASSETS?: Fetcher;
  EMAIL?: SendEmail;
  LIMIT_PER_IP?: RateLimit;
  LIMIT_PER_KEY?: RateLimit;
  LIMIT_PER_ROOM?: RateLimit;
  /** The scans of signed sheets; without it a text says where they are kept. */
  SHEETS?: R2Bucket;
} & Partial<Record<keyof v.InferInput<typeof Settings>, string>>;

/** Thrown when a setting is missing or wrong; its message names each one and never shows a value. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * Reads the settings out of the bindings or of process.env.
 * @throws {SettingsError} naming every wrong setting.
 */
export function parseSettings(env: Record<string, unknown>): Settings {
  const result = v.safeParse(Settings, env);
  if (!result.success) {
    const lines = result.issues.map((issue) => {
      const name = String(issue.path?.[0]?.key ?? 'settings');
      return `  ${name} ${issue.input === undefined ? 'is missing' : issue.message}`;
    });
    throw new SettingsError(`Settings to put right:\n${lines.join('\n')}`);
  }
  const s = result.output;
  return {
    baseUrl: s.BASE_URL,
    networkName: s.NETWORK_NAME,
    timeZone: s.TIME_ZONE,
    mailTransport: s.MAIL_TRANSPORT,
    ...(s.SMTP_URL && { smtpUrl: s.SMTP_URL }),
    mailFrom: s.MAIL_FROM,
    adminEmail: s.ADMIN_EMAIL,
    rateLimits: s.RATE_LIMITS,
    signingSecret: s.SIGNING_SECRET,
    version: s.VERSION,
    pdf: s.PDF,
  };
}

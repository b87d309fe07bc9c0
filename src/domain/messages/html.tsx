/**
 * A message as HTML: one column, styles inline (most mail programs drop a style sheet), nothing to
 * load; the colours are the site's. The few rules in <style> only adjust to a dark screen where a
 * program reads them.
 */
import { raw } from 'hono/html';
import type { Locale } from '../../lib/dates';
import type { Block, Fact, Link, Message } from './message';

const font = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif';
const dark = `:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.page{background:#1b161f!important}.card{background:#251f2b!important;border-color:#42384a!important;border-top-color:#ff8a6c!important}
.ink{color:#f5ede4!important}.soft{color:#c1b5bf!important}.link{color:#8fd6e8!important}
.button{background:#62d0b6!important;color:#08261f!important}}`;

type Frame = { locale: Locale; networkName: string; footer: string[] };

export function asHtml(message: Message, { locale, networkName, footer }: Frame): string {
  return String(
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="format-detection" content="telephone=no" />
          <title>{message.subject}</title>
          <style>{raw(dark)}</style>
        </head>
        <body class="page" style={`margin:0;padding:0;background:#fdf8f0;${font}`}>
          <div style="max-width:36rem;margin:0 auto;padding:16px 12px">
            <p
              class="soft"
              style="margin:0 4px 12px;font-size:14px;line-height:1.4;color:#665a66;font-weight:600"
            >
              {networkName}
            </p>
            <div
              class="card"
              style="background:#fffefb;border:1px solid #e7dac8;border-top:4px solid #d9482b;border-radius:8px;padding:20px 18px"
            >
              {message.blocks.map((block, index) => (
                <BlockHtml block={block} leads={index === 1} />
              ))}
            </div>
            <div style="margin:14px 4px 0">
              {footer.map((line) => (
                <p class="soft" style="margin:0 0 4px;font-size:13px;line-height:1.5;color:#665a66">
                  {line}
                </p>
              ))}
            </div>
          </div>
        </body>
      </html>
    </>,
  );
}

const ink = 'font-size:16px;line-height:1.55;color:#2b2130';
const lead = 'font-size:19px;line-height:1.4;font-weight:600;color:#2b2130';

/** « 14 h 15 », “8 pm” and phone numbers stay on one line. */
const unbroken = (text: string) =>
  text.replace(/(?<=\d) (?=(?:h|am|pm|\d\d)\b)|(?<=\d h) (?=\d\d\b)/g, '\u00a0');

/** After the greeting comes what the mail has to say: it leads. */
function BlockHtml({ block, leads }: { block: Block; leads: boolean }) {
  switch (block.is) {
    case 'text':
      return (
        <p class="ink" style={`margin:0 0 14px;${leads ? lead : ink}`}>
          {unbroken(block.text)}
        </p>
      );
    case 'button':
      return (
        <p style="margin:20px 0">
          <a
            class="button"
            href={block.link.url}
            style="display:inline-block;padding:13px 20px;border-radius:8px;background:#0c6456;color:#ffffff;font-size:16px;line-height:1.3;font-weight:600;text-decoration:none"
          >
            {block.link.text}
          </a>
        </p>
      );
    case 'links':
      return (
        <ul style="margin:0 0 14px;padding:0 0 0 20px">
          {block.links.map((link) => (
            <li class="ink" style={`margin:0 0 14px;${ink}`}>
              <Anchor link={link} />
              <br />
              {unbroken(link.detail)}
            </li>
          ))}
        </ul>
      );
    case 'facts':
      return (
        <dl style="margin:18px 0;padding:0">
          {block.facts.map((fact) => (
            <FactHtml fact={fact} />
          ))}
        </dl>
      );
  }
}

function FactHtml({ fact }: { fact: Fact }) {
  return (
    <>
      <dt class="soft" style="margin:0;font-size:14px;line-height:1.4;color:#665a66">
        {fact.term}
      </dt>
      <dd class="ink" style={`margin:0 0 12px;${ink}`}>
        {fact.values.map((value) => (
          <div>{typeof value === 'string' ? unbroken(value) : <Anchor link={value} />}</div>
        ))}
      </dd>
    </>
  );
}

const Anchor = ({ link }: { link: Link }) => (
  <a class="link" href={link.url} style="color:#0b5a6b;font-weight:600">
    {link.text}
  </a>
);

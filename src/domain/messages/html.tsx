/**
 * A message as HTML: one column, styles inline (most mail programs drop a style sheet), nothing to
 * load. The few rules in <style> only adjust to a dark screen where a program reads them.
 */
import { raw } from 'hono/html';
import type { Locale } from '../../lib/dates';
import type { Block, Fact, Link, Message } from './message';

const font = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif';
const dark = `:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.page{background:#1b1a22!important}.card{background:#26242f!important;border-color:#3d3a49!important}
.ink{color:#f3f0f7!important}.soft{color:#c3bdcf!important}.link{color:#f2b58a!important}
.button{background:#f2b58a!important;color:#26160b!important}}`;

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
        <body class="page" style={`margin:0;padding:0;background:#f6f2ec;${font}`}>
          <div style="max-width:36rem;margin:0 auto;padding:16px 12px">
            <p
              class="soft"
              style="margin:0 4px 12px;font-size:14px;line-height:1.4;color:#5c5566;font-weight:600"
            >
              {networkName}
            </p>
            <div
              class="card"
              style="background:#ffffff;border:1px solid #e4dccf;border-top:4px solid #b4501e;border-radius:8px;padding:20px 18px"
            >
              {message.blocks.map((block) => (
                <BlockHtml block={block} />
              ))}
            </div>
            <div style="margin:14px 4px 0">
              {footer.map((line) => (
                <p class="soft" style="margin:0 0 4px;font-size:13px;line-height:1.5;color:#5c5566">
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

const ink = 'font-size:16px;line-height:1.55;color:#2b2433';

function BlockHtml({ block }: { block: Block }) {
  switch (block.is) {
    case 'text':
      return (
        <p class="ink" style={`margin:0 0 14px;${ink}`}>
          {block.text}
        </p>
      );
    case 'button':
      return (
        <p style="margin:20px 0">
          <a
            class="button"
            href={block.link.url}
            style="display:inline-block;padding:13px 20px;border-radius:8px;background:#b4501e;color:#ffffff;font-size:16px;line-height:1.3;font-weight:600;text-decoration:none"
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
              {link.detail}
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
      <dt class="soft" style="margin:0;font-size:14px;line-height:1.4;color:#5c5566">
        {fact.term}
      </dt>
      <dd class="ink" style={`margin:0 0 12px;${ink}`}>
        {fact.values.map((value) => (
          <div>{typeof value === 'string' ? value : <Anchor link={value} />}</div>
        ))}
      </dd>
    </>
  );
}

const Anchor = ({ link }: { link: Link }) => (
  <a class="link" href={link.url} style="color:#9a3f12;font-weight:600">
    {link.text}
  </a>
);

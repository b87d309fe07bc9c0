/**
 * The poster (A4) and the flyer (A5): one layout in two sizes, black on white, colour for ornament
 * only. A page of its own, without the site's frame; print.css sets the sheet.
 */
import { raw } from 'hono/html';
import { inOrder, type PrintedLogos } from '../../../domain/printing/logos';
import { qrRuns, qrSquares } from '../../../lib/qr';
import { typeset } from '../../../lib/text';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Logos } from '../../ui/logos';
import type { PaperSize, Poster } from './poster';

type Props = { reader: Reader; poster: Poster; logos: PrintedLogos; size: PaperSize };

export function PosterPage({ reader, poster, logos, size }: Props) {
  const text = reader.t.outreach.printing;
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={reader.locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{`${text.sizes[size]} – ${poster.title}`}</title>
          <link rel="stylesheet" href={links.printStylesheet()} />
        </head>
        <body class={`poster ${size} ${poster.density}`}>
          <p class="on-screen">
            <a href={reader.href(links.paper(poster.code))}>{text.backToPaper}</a> {text.printHint}
          </p>
          <main class="sheet">
            <Head {...poster} />
            <Body reader={reader} poster={poster} />
            <Register reader={reader} poster={poster} />
            <Foot poster={poster} logos={logos} />
          </main>
        </body>
      </html>
    </>
  );
}

const Head = ({ network, kind, title, audience }: Poster) => (
  <header>
    <p class="network">{network}</p>
    <Dancers />
    <p class="kind">{kind}</p>
    <h1>{title}</h1>
    {audience && <p class="audience">{audience}</p>}
  </header>
);

function Body({ reader, poster }: { reader: Reader; poster: Poster }) {
  const { when, where, address, speakers, summary, practical } = poster;
  const { programme } = reader.t;
  return (
    <div class="what">
      <div class="when">
        {when.map((line) => (
          <p>{line}</p>
        ))}
      </div>
      <p class="where">
        {where}
        {address && <small>{address}</small>}
      </p>
      {speakers && (
        <p class="speakers">
          <strong>{programme.speakers}</strong> {speakers}
        </p>
      )}
      {summary && <p class="summary">{summary}</p>}
      {practical.length > 0 && (
        <ul class="practical">
          {practical.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Register({ reader, poster }: { reader: Reader; poster: Poster }) {
  const text = reader.t.outreach.printing.poster;
  return (
    <section class="register">
      <Qr text={poster.url} label={text.qr} />
      <div>
        <h2>{text.register}</h2>
        <p>{typeset(text.how)}</p>
        <p class="address">{poster.typed}</p>
        <p class="code">
          {text.code} <b>{poster.code}</b>
        </p>
        {poster.contact && <p>{poster.contact}</p>}
      </div>
    </section>
  );
}

function Foot({ poster, logos }: { poster: Poster; logos: PrintedLogos }) {
  return (
    <footer>
      <p>{poster.foot}</p>
      <Logos logos={inOrder(logos)} />
    </footer>
  );
}

/** The code with its quiet zone, as one path: printers draw it sharp at any size. */
function Qr({ text, label }: { text: string; label: string }) {
  const squares = qrSquares(text);
  const side = squares.length + 8;
  const path = qrRuns(squares).map(
    ({ x, y, length }) => `M${x + 4} ${y + 4}h${length}v1h-${length}z`,
  );
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path d={path.join('')} />
    </svg>
  );
}

/** The farandole: grey levels apart from each other when printed without colour. */
function Dancers() {
  const colours = ['#b23a20', '#e0a11b', '#2f6f4b', '#3b90b5', '#6c3f8a', '#d96a8c'];
  return (
    <svg class="dancers" viewBox="0 0 360 36" aria-hidden="true" fill="none" stroke-linecap="round">
      <path stroke="#4a3b35" stroke-width="2" d={`M0 11${'q7 7 15 4 8 3 15-4'.repeat(12)}`} />
      {Array.from({ length: 12 }, (_, i) => {
        const colour = colours[i % colours.length];
        const x = 15 + i * 30;
        return (
          <g fill={colour} stroke={colour} stroke-width="2.4" stroke-linejoin="round">
            <circle cx={x} cy={i % 2 ? 6 : 7} r="3" />
            <path d={`M${x} 15l-4 11h8zM${x - 3} 27l-2 6M${x + 2} 27l4 5`} />
          </g>
        );
      })}
    </svg>
  );
}

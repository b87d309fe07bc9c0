/**
 * Single-use slips to cut out, in an order drawn anew each time the page is made. A slip has room for
 * three logos of who carries the action.
 */
import { sessionTitle } from '../../../domain/catalogue/find-session';
import type { Logo } from '../../../domain/printing/schema';
import { printedSlip } from '../../../domain/surveys/tokens';
import { absolute, links } from '../../../links';
import type { Reader } from '../../context';
import { Logos } from '../../ui/logos';
import { QrCode } from '../../ui/qr';
import type { SurveyView } from './context';
import { PaperDocument } from './paper-document';

export function SlipsPage({
  reader,
  view,
  codes,
  logos,
}: SurveyView & { reader: Reader; codes: readonly string[]; logos: readonly Logo[] }) {
  const t = reader.t.surveyPages.slips;
  const host = absolute(reader.baseUrl, '/q/').replace(/^https?:\/\//, '');
  return (
    <PaperDocument reader={reader} title={t.title} look="slips">
      <h1 class="screen-only">{t.title}</h1>
      <p class="screen-only">{t.hint}</p>
      <ul>
        {codes.map((code) => (
          <li>
            <QrCode text={absolute(reader.baseUrl, links.survey(code))} label={printedSlip(code)} />
            <div>
              <strong>{t.scan}</strong>
              <span class="about">{sessionTitle(view)}</span>
              <span>{t.or(`${host}${printedSlip(code)}`)}</span>
              <small>{t.once}</small>
              <Logos logos={logos.slice(0, 3)} />
            </div>
          </li>
        ))}
      </ul>
    </PaperDocument>
  );
}

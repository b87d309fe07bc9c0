/** Single-use slips to cut out, in an order drawn anew each time the page is made. */
import { sessionTitle } from '../../../domain/catalogue/find-session';
import { printedSlip } from '../../../domain/surveys/tokens';
import { absolute, links } from '../../../links';
import type { Reader } from '../../context';
import { QrCode } from '../../ui/qr';
import type { SurveyView } from './context';
import { PaperDocument } from './paper-document';

export function SlipsPage({
  reader,
  view,
  codes,
}: SurveyView & { reader: Reader; codes: readonly string[] }) {
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
            </div>
          </li>
        ))}
      </ul>
    </PaperDocument>
  );
}

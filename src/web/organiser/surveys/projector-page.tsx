/** The room's code, large: to project at the end, or to print as a poster. */
import { sessionTitle } from '../../../domain/catalogue/find-session';
import { absolute, links } from '../../../links';
import type { Reader } from '../../context';
import { QrCode } from '../../ui/qr';
import type { SurveyView } from './context';
import { PaperDocument } from './paper-document';

export function ProjectorPage({ reader, view, survey }: SurveyView & { reader: Reader }) {
  const t = reader.t.surveyPages.projector;
  const address = absolute(reader.baseUrl, links.survey(survey.roomCode));
  return (
    <PaperDocument reader={reader} title={t.title} look="projector">
      <h1>{t.title}</h1>
      <p>{sessionTitle(view)}</p>
      <QrCode text={address} label={t.title} />
      <p>{t.how}</p>
      <p class="address">{address.replace(/^https?:\/\//, '')}</p>
      <p>{t.anonymous}</p>
    </PaperDocument>
  );
}

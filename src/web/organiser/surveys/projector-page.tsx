/** The room's code, large: to project at the end, or to print as a poster. */
import { sessionTitle } from '../../../domain/catalogue/find-session';
import type { Logo } from '../../../domain/printing/schema';
import { absolute, links } from '../../../links';
import type { Reader } from '../../context';
import { Logos } from '../../ui/logos';
import { QrCode } from '../../ui/qr';
import type { SurveyView } from './context';
import { PaperDocument } from './paper-document';

export function ProjectorPage({
  reader,
  view,
  survey,
  logos,
}: SurveyView & { reader: Reader; logos: readonly Logo[] }) {
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
      <Logos logos={logos} />
    </PaperDocument>
  );
}

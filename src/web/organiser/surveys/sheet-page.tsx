/** The questionnaire on paper, A4, legible in black and white; with a slip's code on each, or without. */
import { sessionTitle } from '../../../domain/catalogue/find-session';
import type { Logo } from '../../../domain/printing/schema';
import { isText, optionsOf, type Question, textsOf } from '../../../domain/surveys/questions';
import { printedSlip } from '../../../domain/surveys/tokens';
import { absolute, links } from '../../../links';
import type { Reader } from '../../context';
import { Face } from '../../ui/face';
import { Logos } from '../../ui/logos';
import { QrCode } from '../../ui/qr';
import { sayOption } from '../../ui/say-option';
import { sayWhen } from '../attendance/frame';
import type { SurveyView } from './context';
import { PaperDocument } from './paper-document';

type SheetProps = SurveyView & { reader: Reader; logos: readonly Logo[] };

/** @param codes one sheet for each, in an order drawn by lot; a single sheet without a code for null */
export function SheetPage({ codes, ...props }: SheetProps & { codes: readonly string[] | null }) {
  const t = props.reader.t.surveyPages.sheet;
  return (
    <PaperDocument reader={props.reader} title={t.title} look="sheets">
      <p class="screen-only">{t.printHint}</p>
      {(codes ?? [null]).map((code) => (
        <Sheet {...props} code={code} />
      ))}
    </PaperDocument>
  );
}

function Sheet({ reader, view, survey, logos, code }: SheetProps & { code: string | null }) {
  const t = reader.t.surveyPages.sheet;
  return (
    <article class="sheet">
      {code && (
        <div class="sheet-code">
          <QrCode text={absolute(reader.baseUrl, links.survey(code))} label={printedSlip(code)} />
          <p>{t.code(printedSlip(code))}</p>
        </div>
      )}
      <Logos logos={logos} />
      <p class="network">{reader.networkName}</p>
      <h1>{reader.t.surveys.form.title[survey.moment]}</h1>
      <p>
        <strong>{sessionTitle(view)}</strong>
        <br />
        {sayWhen(view, reader)}
      </p>
      <p>{t.anonymous}</p>
      {survey.questions.map((question) => (
        <PaperQuestion reader={reader} question={question} />
      ))}
      {survey.breakdowns.map((breakdown) => (
        <div class="question">
          <h2>{reader.t.surveys.form.dimensions[breakdown.dimension]}</h2>
          <ul class="boxes">
            {breakdown.choices.map((choice) => (
              <li>{choice.label}</li>
            ))}
          </ul>
        </div>
      ))}
      <p>{t.thanks}</p>
    </article>
  );
}

function PaperQuestion({ reader, question }: { reader: Reader; question: Question }) {
  const { label } = textsOf(question, reader.locale);
  const t = reader.t.surveyPages.sheet;
  return (
    <div class="question">
      <h2>{question.kind === 'multiple' ? `${label} (${t.several})` : label}</h2>
      {isText(question) ? (
        <div class="lines-to-write" />
      ) : (
        <ul class="boxes">
          {optionsOf(question).map((option) => (
            <li>
              {question.kind === 'satisfaction' && <Face level={option} />}
              {sayOption(reader, question, option)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

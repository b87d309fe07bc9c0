/** The ways in: the room's code, single-use slips, personal links, paper; and closing. */
import type { PropsWithChildren } from 'hono/jsx';
import { mostSlips } from '../../../domain/surveys/open-survey';
import { sayDay } from '../../../lib/dates';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { TextField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { FormKey } from '../form-key';
import { partOf, SurveyFrame, type SurveyPageProps } from './frame';

export type EntrancesPageProps = SurveyPageProps & { invitees: number; answered: boolean };

export function EntrancesPage(props: EntrancesPageProps) {
  const { shell, survey } = props;
  const t = shell.reader.t.surveyPages;
  const waysOpen = [survey.roomOpen, survey.slips > 0, survey.invitedAt !== null].filter(Boolean);
  const once = waysOpen.length === 1 && !survey.roomOpen;
  return (
    <SurveyFrame {...props} title={t.entrances.title} here="entrances">
      {survey.state === 'closed' ? (
        <p>{t.refusals.closed}.</p>
      ) : (
        <>
          {waysOpen.length > 0 && (
            <Notice tone={once ? 'success' : 'care'}>
              <p>{once ? t.entrances.once : t.entrances.notOnce}</p>
            </Notice>
          )}
          <Slips {...props} />
          <PersonalLinks {...props} />
          <Room {...props} />
          <Paper {...props} />
          <AboutYou {...props} />
          <End {...props} />
        </>
      )}
    </SurveyFrame>
  );
}

/** One button that acts on the survey. */
function Act({
  props,
  part,
  children,
}: PropsWithChildren<{ props: EntrancesPageProps; part: Parameters<typeof partOf>[1] }>) {
  const action = props.shell.reader.href(partOf(props, part));
  return (
    <form method="post" action={action}>
      <FormKey shell={props.shell} />
      {children}
    </form>
  );
}

function Slips(props: EntrancesPageProps) {
  const { shell, survey } = props;
  const { t, href } = shell.reader;
  const text = t.surveyPages.entrances;
  return (
    <section class="narrow">
      <h2>{text.slips}</h2>
      <p>{text.slipsHint}</p>
      {survey.slips > 0 && (
        <p>
          <strong>{text.slipsMade(survey.slips)}</strong>
        </p>
      )}
      <Act props={props} part="billets">
        <TextField
          {...{ t, name: 'count', type: 'number', inputmode: 'numeric', short: true }}
          label={text.slipsCount}
          min={1}
          max={mostSlips - survey.slips}
        />
        <Buttons>
          <Button kind={survey.slips ? 'secondary' : 'primary'}>{text.makeSlips}</Button>
          {survey.slips > 0 && (
            <ButtonLink href={href(partOf(props, 'billets'))}>{text.printSlips}</ButtonLink>
          )}
        </Buttons>
      </Act>
    </section>
  );
}

function PersonalLinks(props: EntrancesPageProps) {
  const { shell, survey, invitees } = props;
  const text = shell.reader.t.surveyPages.entrances;
  return (
    <section class="narrow">
      <h2>{text.links}</h2>
      <p>{invitees ? text.linksHint[survey.moment](invitees) : text.linksNobody}</p>
      {invitees > 0 && (
        <Act props={props} part="liens">
          <Button kind="secondary">{survey.invitedAt ? text.sendMoreLinks : text.sendLinks}</Button>
        </Act>
      )}
      {survey.remindedAt !== null && <p>{text.reminderSent}</p>}
      {survey.remindedAt === null && invitees > 0 && (
        <>
          <p>{survey.reminds ? text.reminderOn : text.reminderOff}</p>
          <Act props={props} part="rappel">
            <Button kind="link" name="reminds" value={survey.reminds ? '0' : '1'}>
              {survey.reminds ? text.switchOff : text.switchOn}
            </Button>
          </Act>
        </>
      )}
    </section>
  );
}

function Room(props: EntrancesPageProps) {
  const { shell, survey } = props;
  const { t, href } = shell.reader;
  const text = t.surveyPages.entrances;
  return (
    <section class="narrow">
      <h2>{text.room}</h2>
      <p>{survey.roomOpen ? text.roomOpen : text.roomShut}</p>
      <Act props={props} part="salle">
        <Buttons>
          {survey.roomOpen && (
            <ButtonLink href={href(partOf(props, 'ecran'))}>{text.project}</ButtonLink>
          )}
          <Button kind="secondary" name="open" value={survey.roomOpen ? '0' : '1'}>
            {survey.roomOpen ? text.shutRoom : text.openRoom}
          </Button>
        </Buttons>
      </Act>
    </section>
  );
}

function Paper(props: EntrancesPageProps) {
  const { shell, survey } = props;
  const { t, href } = shell.reader;
  const text = t.surveyPages.entrances;
  const sheet = href(partOf(props, 'papier'));
  return (
    <section class="narrow">
      <h2>{text.paper}</h2>
      <p>{text.paperHint}</p>
      <Buttons>
        <ButtonLink kind="secondary" href={sheet}>
          {text.printSheet}
        </ButtonLink>
        {survey.slips > 0 && (
          <ButtonLink kind="secondary" href={`${sheet}${sheet.includes('?') ? '&' : '?'}codes=1`}>
            {text.printCodedSheets}
          </ButtonLink>
        )}
      </Buttons>
    </section>
  );
}

function AboutYou(props: EntrancesPageProps) {
  const { shell, survey, answered } = props;
  const { t } = shell.reader;
  const text = t.surveyPages.entrances;
  const asked = survey.breakdowns.map((b) => t.surveys.form.dimensions[b.dimension]).join(', ');
  return (
    <section class="narrow">
      <h2>{text.about}</h2>
      <p>{asked ? text.asked(asked) : text.aboutHint}</p>
      {!asked && !answered && (
        <Act props={props} part="fonctions">
          <Button kind="secondary">{text.ask}</Button>
        </Act>
      )}
    </section>
  );
}

function End(props: EntrancesPageProps) {
  const { shell, survey, answered } = props;
  const { locale, timeZone, t } = shell.reader;
  const text = t.surveyPages.entrances;
  return (
    <section class="narrow">
      <h2>{answered ? text.close : text.discard}</h2>
      <p>{answered ? text.closeHint : text.discardHint}</p>
      {survey.closesAt !== null && (
        <p>{text.closesOn(sayDay(survey.closesAt, locale, timeZone))}</p>
      )}
      <Act props={props} part={answered ? 'cloture' : 'suppression'}>
        <Button kind="warning">{answered ? text.close : text.discard}</Button>
      </Act>
    </section>
  );
}

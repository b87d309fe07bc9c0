/** What saving would do, before it is done: who is told of what, what clashes, who is over. */
import type { SessionFacts } from '../../../domain/catalogue/facts';
import type { Clash } from '../../../domain/catalogue/find-clashes';
import type { Concerned } from '../../../domain/registrations/count-concerned';
import { type Span, saySlot } from '../../../lib/dates';
import { sayPlaceOnce, typeset } from '../../../lib/text';
import { links } from '../../../links';
import { sayWhen } from '../../public/catalogue/say';
import { Button, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors, TextArea } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/table';
import type { Shell } from '../context';
import { FormKey } from '../form-key';
import { OrganiserLayout } from '../layout';
import { carried, type SessionForm } from './session-form';

export type Review = {
  clashes: Clash[];
  /** Null when nobody has to be told. */
  told: (Concerned & { before: SessionFacts; after: SessionFacts }) | null;
  /** They asked to be told the date, and are told it now. */
  watchers: number;
  over: { seats: number; capacity: number } | null;
  /** Its date lies behind, and did not before. */
  isPast: boolean;
};

export const isNews = ({ clashes, told, watchers, over, isPast }: Review) =>
  clashes.length > 0 || told !== null || watchers > 0 || over !== null || isPast;

type Props = {
  shell: Shell;
  now: number;
  /** The form that is carried along, to be saved or returned to. */
  form: SessionForm;
  /** Where it is sent. */
  target: string;
  actionId: number | null;
  review: Review;
  reason: string;
  errors?: FieldErrors;
};

export function ReviewPage({ shell, now, form, target, actionId, review, reason, errors }: Props) {
  const { t, href } = shell.reader;
  const text = t.sessions.review;
  const registered = review.told?.mailed ?? 0;
  const people = registered + review.watchers;
  return (
    <OrganiserLayout shell={shell} title={text.title} here="sessions" hasErrors={!!errors}>
      <div class="narrow">
        <ErrorSummary t={t} errors={errors} />
        <h1>{text.title}</h1>
        {review.isPast && (
          <Notice tone="care" title={text.pastTitle}>
            <p>{text.past}</p>
          </Notice>
        )}
        <Clashes shell={shell} clashes={review.clashes} />
        {review.over && (
          <Notice tone="care" title={text.overTitle}>
            <p>{text.over(review.over.seats, review.over.capacity)}</p>
          </Notice>
        )}
        {review.told && <Told shell={shell} told={review.told} now={now} />}
        {review.watchers > 0 && (
          <Notice tone="info" title={text.watchersTitle}>
            <p>{text.watchers(review.watchers)}</p>
          </Notice>
        )}
        <form method="post" action={href(target)} novalidate>
          <FormKey shell={shell} />
          {carried(form).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {actionId !== null && <input type="hidden" name="action" value={String(actionId)} />}
          {registered > 0 && (
            <TextArea
              t={t}
              name="reason"
              optional
              rows={3}
              label={text.reason}
              hint={text.reasonHint}
              value={reason}
              error={errors?.reason}
            />
          )}
          <Buttons>
            <Button name="etape" value="confirme">
              {people > 0 ? text.saveAndTell(people) : text.saveAnyway}
            </Button>
            <Button kind="link" name="etape" value="retour">
              {text.back}
            </Button>
          </Buttons>
        </form>
      </div>
    </OrganiserLayout>
  );
}

/** Other sessions at the same time, with what both share. */
export function Clashes({ shell, clashes }: { shell: Shell; clashes: Clash[] }) {
  const { t, href, locale, timeZone } = shell.reader;
  const text = t.sessions.review;
  if (!clashes.length) return null;
  return (
    <Notice tone="care" title={text.clashesTitle}>
      <ul>
        {clashes.map(({ code, title, slot, venue, speakers }) => (
          <li>
            <a href={href(links.organiserSession(code))}>{title}</a>
            <br />
            {typeset(saySlot(slot, locale, timeZone))}
            <br />
            {typeset(
              [
                venue && text.clashVenue(venue),
                speakers.length && text.clashSpeakers(speakers.join(', ')),
              ]
                .filter(Boolean)
                .join(' ; '),
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Told({
  shell,
  told,
  now,
}: {
  shell: Shell;
  told: NonNullable<Review['told']>;
  now: number;
}) {
  const text = shell.reader.t.sessions.review;
  const { mailed, calendars, waiting, unreachable, before, after } = told;
  return (
    <Notice title={text.toldTitle}>
      <p>
        <strong>{text.told(mailed)}</strong> {calendars > 0 && text.calendars(calendars)}{' '}
        {waiting > 0 && text.waitlisted(waiting)}
      </p>
      {unreachable > 0 && <p>{text.unreachable(unreachable)}</p>}
      <h3>{text.changesTitle}</h3>
      <Facts items={changes(before, after, shell, now)} />
    </Notice>
  );
}

/** The old beside the new, in the order of the mail: a line a day, where there are several. */
function changes(before: SessionFacts, after: SessionFacts, { reader }: Shell, now: number) {
  const { t } = reader;
  const sayDates = ({ slots }: SessionFacts) =>
    slots.length ? sayWhen(slots.map(timed), reader, now) : [t.programme.dateToCome];
  const compared: [string, (facts: SessionFacts) => string[]][] = [
    [t.sessions.name, (facts) => [typeset(facts.title)]],
    [t.programme.when, sayDates],
    [
      t.sessions.fields.mode,
      ({ mode }) => [mode ? t.programme.modes[mode] : t.sessions.modeUndecided],
    ],
    [
      t.programme.where,
      ({ venue }) => [
        venue ? sayPlaceOnce([venue.name, venue.address, venue.town, venue.access]) : '–',
      ],
    ],
    [t.sessions.fields.videoUrl, ({ videoUrl }) => [videoUrl ?? '–']],
  ];
  const about = (moment: string, [first = '', ...further]: string[]) => [
    `${moment}${t.programme.about}${first}`,
    ...further,
  ];
  return compared
    .map(([term, say]) => [term, say(before), say(after)] as const)
    .filter(([, was, is]) => was.join('\n') !== is.join('\n'))
    .map(([term, was, is]): [string, string[]] => [
      term,
      [...about(t.mail.before, was), ...about(t.mail.after, is)],
    ]);
}

const timed = (span: Span) => ({ ...span, precision: 'time' as const, minutes: null });

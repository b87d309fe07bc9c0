/** Who keeps a seat, when the capacity is below what is taken: chosen, shown, and only then done. */
import type { SeatedParty } from '../../../domain/registrations/release-seats';
import { mostParties } from '../../../domain/registrations/release-seats';
import { links } from '../../../links';
import { sayInstant } from '../../public/catalogue/say';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import {
  CheckboxField,
  ErrorSummary,
  type FieldErrors,
  HintAndError,
  RadioGroup,
  TextArea,
} from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { SessionFrame, type SessionPage } from './session-frame';

/** What is chosen: the parties that keep their seats, and what becomes of the others. */
export type Choice = { kept: ReadonlySet<number>; to: 'waitlisted' | 'cancelled'; reason: string };

export type WhoStaysProps = SessionPage & {
  parties: SeatedParty[];
  choice: Choice;
  errors?: FieldErrors;
};

/** The name of the boxes: one party each. */
export const keepField = 'garde';

export function WhoStaysPage(props: WhoStaysProps) {
  const { shell, view, now, parties, choice, errors } = props;
  const { t, href } = shell.reader;
  const text = t.whoStays;
  const { seatsTaken, capacity, code } = view.session;
  const here = href(links.whoStays(code));
  return (
    <SessionFrame {...{ shell, view, now }} title={text.title} hasErrors={!!errors}>
      <div class="narrow">
        <ErrorSummary t={t} errors={errors} />
        <h2>{text.title}</h2>
        {capacity === null || seatsTaken <= capacity ? (
          <p>{text.fits}</p>
        ) : (
          <>
            <p>
              <strong>{text.now(seatsTaken, capacity)}</strong> {text.nobodyYet}
            </p>
            <form method="post" action={here} novalidate>
              <fieldset class="field" aria-describedby={`${keepField}-hint`}>
                <legend>{text.keep}</legend>
                <HintAndError t={t} name={keepField} hint={text.keepHint} />
                {parties.length === mostParties && <p>{text.earlier(mostParties)}</p>}
                {parties.map((party, index) => (
                  <CheckboxField
                    t={t}
                    name={keepField}
                    id={index ? `${keepField}-${party.id}` : keepField}
                    value={party.id}
                    optional
                    checked={choice.kept.has(party.id)}
                    label={sayMembers(party)}
                    hint={sayParty(party, props)}
                  />
                ))}
              </fieldset>
              <RadioGroup
                t={t}
                name="to"
                label={text.to}
                value={choice.to}
                options={[
                  { value: 'waitlisted', label: text.toWaiting, hint: text.toWaitingHint },
                  { value: 'cancelled', label: text.toCancelled, hint: text.toCancelledHint },
                ]}
              />
              <TextArea
                t={t}
                name="reason"
                optional
                rows={3}
                label={text.reason}
                hint={text.reasonHint}
                value={choice.reason}
                error={errors?.reason}
              />
              <Buttons>
                <Button>{text.next}</Button>
                <ButtonLink kind="link" href={href(links.organiserSession(code))}>
                  {text.keepAll}
                </ButtonLink>
              </Buttons>
            </form>
          </>
        )}
      </div>
    </SessionFrame>
  );
}

const sayMembers = ({ members }: SeatedParty) => members.map(({ name }) => name).join(', ');

function sayParty(party: SeatedParty, { shell: { reader }, now }: SessionPage): string {
  const { t } = reader;
  const organisations = new Set(party.members.flatMap(({ organisation }) => organisation ?? []));
  return [
    t.whoStays.seats(party.seats),
    ...organisations,
    party.state !== 'confirmed' && t.registrants.states[party.state],
    sayInstant(party.createdAt, reader, now),
    party.members.every(({ reachable }) => !reachable) && t.whoStays.unreachable,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What the choice does, and to how many people; nothing has been done yet. */
export function WhoLeavesPage(props: WhoStaysProps) {
  const { shell, view, now, parties, choice } = props;
  const { t, href } = shell.reader;
  const text = t.whoStays;
  const { code, seatsTaken, capacity } = view.session;
  const leaving = parties.filter(({ id }) => !choice.kept.has(id));
  const people = leaving.flatMap(({ members }) => members);
  const told = people.filter(({ reachable }) => reachable).length;
  const freed = leaving.reduce((sum, { seats }) => sum + seats, 0);
  const over = seatsTaken - freed - (capacity ?? seatsTaken);
  return (
    <SessionFrame {...{ shell, view, now }} title={text.title}>
      <div class="narrow">
        <h2>{text.leaving(people.length)}</h2>
        <ul>
          {leaving.map((party) => (
            <li>
              {sayMembers(party)} <span class="muted">– {text.seats(party.seats)}</span>
            </li>
          ))}
        </ul>
        <Notice tone="danger">
          <p>
            {choice.to === 'cancelled'
              ? text.becomeCancelled(people.length)
              : text.becomeWaiting(people.length)}
          </p>
          <p>
            <strong>{text.told(told)}</strong>
          </p>
          {people.length > told && (
            <p>
              {text.toCall(people.length - told)}{' '}
              <a href={href(links.phoneList(code))}>{t.registrants.phoneList}</a>
            </p>
          )}
          {over > 0 && <p>{text.stillOver(over)}</p>}
        </Notice>
        <form method="post" action={href(links.whoStays(code))}>
          {[...choice.kept].map((id) => (
            <input type="hidden" name={keepField} value={String(id)} />
          ))}
          {leaving.map(({ id }) => (
            <input type="hidden" name="part" value={String(id)} />
          ))}
          <input type="hidden" name="to" value={choice.to} />
          <input type="hidden" name="reason" value={choice.reason} />
          <Buttons>
            <Button kind="warning" name="etape" value="confirme">
              {text.confirm(people.length)}
            </Button>
            <Button kind="link" name="etape" value="retour">
              {text.back}
            </Button>
          </Buttons>
        </form>
      </div>
    </SessionFrame>
  );
}

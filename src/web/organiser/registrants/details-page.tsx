/** Correcting what was noted of someone; nothing is sent for it. */
import type { DetailName } from '../../../domain/registrations/correct-details';
import type { Registration } from '../../../domain/registrations/schema';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { ErrorSummary, TextField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/table';
import { SessionFrame } from '../sessions/session-frame';
import {
  AnswerFields,
  fieldOf,
  NameFields,
  type PersonProps,
  ReasonField,
  SeatFields,
} from './person-fields';

export type DetailsPageProps = PersonProps & {
  registration: Registration;
  /** What somebody else corrected meanwhile, as it is stored. */
  storedNow?: [name: DetailName, value: string][];
};

export function DetailsPage({ storedNow = [], registration, ...props }: DetailsPageProps) {
  const { shell, view, now, errors = {} } = props;
  const { t, href } = shell.reader;
  const text = t.correctDetails;
  const { id, firstName, lastName, state, kind, version } = registration;
  const isSeated = state !== 'waitlisted';
  return (
    <SessionFrame
      {...{ shell, view, now }}
      tab="registrants"
      title={text.title}
      hasErrors={Object.keys(errors).length > 0}
    >
      <ErrorSummary t={t} errors={errors} />
      <h2>{`${text.title} – ${firstName} ${lastName}`}</h2>
      {storedNow.length > 0 && (
        <Notice tone="care" title={text.storedNow}>
          <Facts items={storedNow.map(([name, value]) => [text.names[name], value || '–'])} />
        </Notice>
      )}
      <p>{text.intro}</p>
      <form method="post" action={href(links.registrantDetails(id))} class="narrow" novalidate>
        <input type="hidden" name="version" value={String(version)} />
        <NameFields {...props} />
        <AnswerFields {...props} known={registration} />
        {state !== 'cancelled' && (
          <>
            {kind === 'group' ? (
              <GroupFields {...props} />
            ) : (
              <SeatFields {...props} seatsHint={text.seatsHint(isSeated)} />
            )}
            {isSeated && <ReasonField {...props} />}
          </>
        )}
        <Buttons>
          <Button>{text.save}</Button>
          <ButtonLink kind="link" href={href(links.registrant(id))}>
            {text.cancel}
          </ButtonLink>
        </Buttons>
      </form>
    </SessionFrame>
  );
}

function GroupFields(props: PersonProps) {
  const { t } = props.shell.reader;
  const text = t.correctDetails;
  const field = fieldOf(t, props);
  const count = { type: 'number', inputmode: 'numeric', min: 0, short: true } as const;
  return (
    <>
      <TextField {...field('groupLabel')} label={text.groupLabel} maxlength={120} />
      <TextField {...field('children')} {...count} label={text.children} />
      <TextField {...field('adults')} {...count} label={text.adults} />
    </>
  );
}

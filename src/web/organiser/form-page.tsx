/** The page of one form: what is wrong, the title, the fields, and two ways out. */
import type { Child } from 'hono/jsx';
import { Button, ButtonLink, Buttons } from '../ui/button';
import { ErrorSummary, type FieldErrors } from '../ui/fields';
import type { Shell } from './context';
import { FormKey } from './form-key';
import { OrganiserLayout } from './layout';

type FormPageProps = {
  shell: Shell;
  here: Parameters<typeof OrganiserLayout>[0]['here'];
  title: string;
  /** Where it is posted, and where one goes who gives up. */
  target: string;
  back: string;
  /** Which version of the record was edited: another one in the meantime is told, not overwritten. */
  version: number;
  /** What it showed when it was opened (form-seen.ts). */
  seen?: string;
  save: string;
  errors: FieldErrors | undefined;
  /** Above the form, such as what somebody else changed meanwhile. */
  above?: Child;
  /** Below it, such as the removal. */
  below?: Child;
  children: Child;
};

export function FormPage(props: FormPageProps) {
  const { shell, title, errors } = props;
  const { t, href } = shell.reader;
  return (
    <OrganiserLayout shell={shell} title={title} here={props.here} hasErrors={errors !== undefined}>
      <div class="narrow">
        <ErrorSummary t={t} errors={errors} />
        <h1>{title}</h1>
        {props.above}
        <form method="post" action={href(props.target)} novalidate>
          <FormKey shell={shell} />
          <input type="hidden" name="version" value={String(props.version)} />
          {props.seen && <input type="hidden" name="seen" value={props.seen} />}
          {props.children}
          <Buttons>
            <Button>{props.save}</Button>
            <ButtonLink kind="link" href={href(props.back)}>
              {t.actions.cancel}
            </ButtonLink>
          </Buttons>
        </form>
        {props.below}
      </div>
    </OrganiserLayout>
  );
}

/** Other dates of the same action, or the other half of a hybrid session. */
import { sessionTitle } from '../../../domain/catalogue/find-session';
import type { MoveTarget } from '../../../domain/registrations/queries';
import { links } from '../../../links';
import { Button, Buttons } from '../../ui/button';
import { RadioGroup } from '../../ui/fields';
import { sayStart, sayWhere } from '../catalogue/say';
import { ChangeLayout } from './change-layout';
import type { OwnProps } from './load-own';

export function MovePage({
  targets,
  problem,
  ...own
}: OwnProps & { targets: MoveTarget[]; problem?: string }) {
  const { reader, token, now } = own;
  const { t, href } = reader;
  const { movePage } = t.registration;
  const free = targets.filter((target) => target.fits);
  const full = targets.filter((target) => !target.fits);
  const say = ({ view }: MoveTarget) =>
    `${sayStart(view.session, reader, now)} – ${sayWhere(view.session, view.venue, reader)}`;
  return (
    <ChangeLayout
      own={own}
      title={movePage.title}
      errors={problem ? { [free.length ? 'session' : 'form']: problem } : undefined}
    >
      {free.length > 0 ? (
        <>
          <p>{movePage.text}</p>
          <form method="post" action={href(links.change(token))} novalidate>
            <RadioGroup
              t={t}
              name="session"
              label={movePage.legend}
              error={problem}
              options={free.map((target) => ({
                value: target.view.session.code,
                label: say(target),
                hint: `${sessionTitle(target.view)} – ${movePage.free}`,
              }))}
            />
            <Buttons>
              <Button>{movePage.submit}</Button>
            </Buttons>
          </form>
        </>
      ) : (
        <p>{movePage.none}</p>
      )}
      {full.length > 0 && (
        <ul>
          {full.map((target) => (
            <li>
              <a href={href(links.session(target.view.session.code))}>{say(target)}</a> –{' '}
              {movePage.full}
            </li>
          ))}
        </ul>
      )}
    </ChangeLayout>
  );
}

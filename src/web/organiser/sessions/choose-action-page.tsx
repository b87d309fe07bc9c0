/** Which action a new session is part of. */
import type { ActionChoice } from '../../../domain/catalogue/find-action';
import { links } from '../../../links';
import { ButtonLink, Buttons } from '../../ui/button';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';

export function ChooseActionPage({ shell, actions }: { shell: Shell; actions: ActionChoice[] }) {
  const { t, href } = shell.reader;
  const text = t.sessions;
  return (
    <OrganiserLayout shell={shell} title={text.chooseAction} here="sessions">
      <div class="narrow">
        <h1>{text.chooseAction}</h1>
        {actions.length ? <p class="hint">{text.chooseActionHint}</p> : <p>{text.noActions}</p>}
        <ul class="choices">
          {actions.map(({ id, title }) => (
            <li>
              <a href={href(links.newSession(id))}>{title}</a>
            </li>
          ))}
        </ul>
        <Buttons>
          <ButtonLink kind="secondary" href={href(links.newAction())}>
            {text.createAction}
          </ButtonLink>
        </Buttons>
      </div>
    </OrganiserLayout>
  );
}

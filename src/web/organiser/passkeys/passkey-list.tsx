/** « Mes clés d’accès » : those of the account, each renamed or removed, and a button to add one. */
import type { Passkey } from '../../../domain/organisers/schema';
import { sayDay } from '../../../lib/dates';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Button, Buttons } from '../../ui/button';
import { TextField } from '../../ui/fields';
import { Facts } from '../../ui/table';
import { PasskeyButton } from './passkey-button';

/** A name that was refused: whose, and what was typed. */
export type NameProblem = { id: number; typed: string; error: string };

/** The id of a passkey's field, for the error summary. */
export const nameField = (id: number) => `name-${id}`;

export function PasskeyList({
  reader,
  passkeys,
  problem,
}: {
  reader: Reader;
  passkeys: Passkey[];
  problem?: NameProblem;
}) {
  const { t, href } = reader;
  const text = t.passkeys;
  return (
    <section class="narrow" aria-labelledby="passkeys">
      <h2 id="passkeys">{text.title}</h2>
      <p>{text.intro}</p>
      {passkeys.length === 0 && <p class="muted">{text.none}</p>}
      {passkeys.map((passkey) => (
        <OnePasskey
          reader={reader}
          passkey={passkey}
          problem={problem?.id === passkey.id ? problem : undefined}
        />
      ))}
      {passkeys.length > 0 && <p class="muted">{text.removeHint}</p>}
      <PasskeyButton
        t={t}
        ceremony="create"
        options={href(links.passkeyOptions())}
        answer={href(links.passkeys())}
        label={text.add}
        hint={text.addHint}
      />
      <p class="muted" data-passkey-absent>
        {text.unsupported}
      </p>
    </section>
  );
}

function OnePasskey({
  reader,
  passkey,
  problem,
}: {
  reader: Reader;
  passkey: Passkey;
  problem?: NameProblem;
}) {
  const { t, locale, timeZone, href } = reader;
  const text = t.passkeys;
  const { id, name, createdAt, lastUsedAt } = passkey;
  const which = <span class="unseen"> {text.which(name)}</span>;
  const say = (at: number) => sayDay(at, locale, timeZone);
  return (
    <>
      <h3>{name}</h3>
      <Facts
        items={[
          [text.created, say(createdAt)],
          [text.lastUsed, lastUsedAt === null ? text.neverUsed : say(lastUsedAt)],
        ]}
      />
      <details open={problem !== undefined}>
        <summary>
          {text.rename}
          {which}
        </summary>
        <form method="post" action={href(links.passkey(id))} novalidate>
          <TextField
            t={t}
            id={nameField(id)}
            name="name"
            label={text.newName}
            hint={text.newNameHint}
            value={problem?.typed ?? name}
            error={problem?.error}
            maxlength={60}
          />
          <Buttons>
            <Button kind="secondary">
              {text.rename}
              {which}
            </Button>
          </Buttons>
        </form>
      </details>
      <form method="post" action={href(links.passkeyRemoval(id))}>
        <Buttons>
          <Button kind="warning">
            {text.remove}
            {which}
          </Button>
        </Buttons>
      </form>
    </>
  );
}

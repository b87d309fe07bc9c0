/**
 * The button that public/passkeys.js shows where the browser knows passkeys. Where it does not, or
 * without JavaScript, the page is the same without it.
 */
import type { Child } from 'hono/jsx';
import type { Texts } from '../../../i18n';
import { links } from '../../../links';

export function PasskeyButton({
  t,
  ceremony,
  options,
  answer,
  back,
  label,
  hint,
}: {
  t: Texts;
  ceremony: 'create' | 'get';
  /** Where the script asks what to ask the browser for, and where it brings the answer. */
  options: string;
  answer: string;
  back?: string;
  label: string;
  hint: Child;
}) {
  const { cancelled, already, failed } = t.passkeys.problems;
  return (
    <>
      <div
        data-passkey={ceremony}
        data-options={options}
        data-answer={answer}
        data-back={back}
        data-cancelled={cancelled}
        data-already={already}
        data-failed={failed}
        hidden
      >
        <p>
          <button type="button" class="button secondary">
            {label}
          </button>
        </p>
        <p role="alert" class="error-message" />
        <p class="muted">{hint}</p>
      </div>
      <script src={links.passkeyScript()} defer></script>
    </>
  );
}

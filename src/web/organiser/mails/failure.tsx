/** Why a mail did not go: in the reader's words, with the server's own behind them. */
import { type FailureReason, failureReason } from '../../../domain/mail/reasons';
import type { Texts } from '../../../i18n';

export const sayReason = (text: Texts['mails'], reason: FailureReason): string =>
  (text.reasons satisfies Record<FailureReason, string>)[reason];

export const Failure = ({
  t: { mails: text },
  words,
  attempts,
}: {
  t: Texts;
  words: string;
  attempts?: number;
}) => (
  <>
    <div>{sayReason(text, failureReason(words))}</div>
    <details>
      <summary>{text.serverWords}</summary>
      {attempts === undefined ? words : text.tried(attempts, words)}
    </details>
  </>
);

/** Why one can't simply register, said first: full, cancelled, without a date, not yet, closed, past. */

import { isNotHeld } from '../../../domain/catalogue/known';
import type {
  RegistrationWindow,
  WindowStatus,
} from '../../../domain/catalogue/registration-window';
import type { Session } from '../../../domain/catalogue/schema';
import { isFull } from '../../../domain/catalogue/seats';
import type { Texts } from '../../../i18n';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Notice, type Tone } from '../../ui/notice';
import { sayInstant } from './say';

type Props = {
  session: Omit<Session, 'videoUrl'>;
  window: RegistrationWindow;
  reader: Reader;
  now: number;
  /** Came by the link of an invitation. */
  invited: boolean;
};

type Said = { tone: Tone; title: string; text: string };

const said = (programme: Texts['programme']) =>
  ({
    cancelled: {
      tone: 'danger',
      title: programme.statusCancelledTitle,
      text: programme.statusCancelledText,
    },
    undated: {
      tone: 'info',
      title: programme.statusUndatedTitle,
      text: programme.statusUndatedText,
    },
    not_yet: { tone: 'info', title: programme.statusNotYetTitle, text: '' },
    closed: { tone: 'care', title: programme.statusClosedTitle, text: programme.statusClosedText },
    past: { tone: 'info', title: programme.statusPastTitle, text: programme.statusPastText },
  }) satisfies Record<Exclude<WindowStatus, 'open'>, Said>;

export function SessionStatus({ session, window, reader, now, invited }: Props) {
  const { programme } = reader.t;
  if (window.status === 'open') return <WhileOpen {...{ session, reader, invited }} />;
  const { tone, title, text } = isNotHeld(session)
    ? { tone: 'info' as const, title: programme.statusNotHeldTitle, text: '' }
    : said(programme)[window.status];
  return (
    <Notice tone={tone} title={title}>
      {window.status === 'cancelled' && session.cancelReason && (
        <p>
          {programme.statusCancelledReason}
          {session.cancelReason}
        </p>
      )}
      {window.status === 'not_yet' && window.opensAt !== null && (
        <p>{programme.statusNotYetText(sayInstant(window.opensAt, reader, now))}</p>
      )}
      {text && <p>{text}</p>}
      {window.status === 'undated' && session.visibility !== 'invitation' && (
        <p>
          <a class="button" href={reader.href(links.dateWatchForm(session.code))}>
            {reader.t.dateWatch.invite}
          </a>
        </p>
      )}
      {(window.status === 'past' || window.status === 'cancelled') && (
        <p>
          <a href={reader.href(links.programme())}>{programme.seeAll}</a>
        </p>
      )}
    </Notice>
  );
}

function WhileOpen({ session, reader, invited }: Pick<Props, 'session' | 'reader' | 'invited'>) {
  const { programme } = reader.t;
  if (session.visibility === 'invitation' && !invited)
    return (
      <Notice title={programme.statusInvitationTitle}>
        <p>{programme.statusInvitationText}</p>
      </Notice>
    );
  if (!isFull(session)) return null;
  return (
    <Notice tone="care" title={programme.statusFullTitle}>
      <p>{programme.statusFullText}</p>
      {session.waitingCount > 0 && <p>{programme.waiting(session.waitingCount)}.</p>}
    </Notice>
  );
}

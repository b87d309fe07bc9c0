/** The code on the wall: made, printed, closed. */
import { isCheckInOver } from '../../../domain/attendance/check-in';
import { type SessionView, sessionTitle } from '../../../domain/catalogue/find-session';
import type { Logo } from '../../../domain/printing/schema';
import { absolute, links } from '../../../links';
import { Button } from '../../ui/button';
import { Logos } from '../../ui/logos';
import { Notice } from '../../ui/notice';
import { QrCode } from '../../ui/qr';
import { AttendanceFrame, sayWhen } from './frame';
import type { AttendanceShell } from './open-session';

export function CheckInPosterPage({
  shell,
  view,
  code,
  logos,
}: {
  shell: AttendanceShell;
  view: SessionView;
  code: string | null;
  logos: readonly Logo[];
}) {
  const { reader } = shell;
  const text = reader.t.attendance.checkIn;
  const session = view.session.code;
  const isOver = isCheckInOver(view.slots, shell.now);
  const url = code && absolute(reader.baseUrl, links.checkIn(code));
  return (
    <AttendanceFrame shell={shell} view={view} title={text.title} here="checkIn">
      <p class="lede">{text.intro}</p>
      {isOver ? (
        <Notice>
          <p>{text.over}</p>
        </Notice>
      ) : (
        <Notice tone="care">
          <p>{text.caution}</p>
        </Notice>
      )}
      {url ? (
        <>
          <section class="poster" aria-label={text.poster}>
            <h2>{text.poster}</h2>
            <p>{sessionTitle(view)}</p>
            <p>{sayWhen(view, reader)}</p>
            <QrCode text={url} label={text.poster} />
            <p>{text.posterText}</p>
            <p class="poster-address">
              {url.replace(/^https?:\/\//, '').slice(0, -code.length)}
              <wbr />
              {code}
            </p>
            <Logos logos={logos} />
          </section>
          <p class="no-print">{text.print}</p>
          <form class="no-print" method="post" action={reader.href(links.checkInClosing(session))}>
            <p class="hint">{text.closeHint}</p>
            <Button kind="secondary">{text.close}</Button>
          </form>
        </>
      ) : (
        !isOver && (
          <form method="post" action={reader.href(links.checkInPoster(session))}>
            <Button>{text.open}</Button>
          </form>
        )
      )}
    </AttendanceFrame>
  );
}

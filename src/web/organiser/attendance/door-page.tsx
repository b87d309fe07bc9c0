/**
 * The door: names to touch and confirmations to scan, by public/organisation/porte.js. The page works on
 * without a network; without JavaScript it leads to the tick list, which does the same.
 */
import { raw } from 'hono/html';
import { doorsOpen } from '../../../domain/attendance/half-days';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { saySlot } from '../../../lib/dates';
import { links } from '../../../links';
import { Button, ButtonLink } from '../../ui/button';
import { TextField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import type { DoorList } from './door-data';
import { AttendanceFrame } from './frame';
import type { AttendanceShell } from './open-session';

export function DoorPage({
  shell,
  view,
  list,
}: {
  shell: AttendanceShell;
  view: SessionView;
  list: DoorList;
}) {
  const { reader } = shell;
  const { t, href, locale, timeZone } = reader;
  const text = t.attendance.door;
  const { code, maxCapacity } = view.session;
  const slots = view.slots.map((slot) => ({
    number: slot.number,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    label: saySlot(slot, locale, timeZone),
  }));
  const data = {
    code,
    ...list,
    slots,
    doorsOpen,
    maxCapacity,
    listUrl: links.doorList(code),
    sendUrl: links.doorMarks(code),
    text: { ...text, slot: t.attendance.halfDays, both: t.attendance.presentSeats(2, 2) },
  };
  return (
    <AttendanceFrame shell={shell} view={view} title={text.title} here="door">
      <noscript>
        <Notice tone="care">
          <p>{text.needsScript}</p>
        </Notice>
      </noscript>
      <p id="door-status" class="door-status" role="status" />
      <div id="door" hidden>
        <div id="door-slot" />
        <div class="door-top">
          <button type="button" class="button" id="door-scan">
            {text.scan}
          </button>
          <button type="button" class="button secondary" id="door-lamp" aria-pressed="false" hidden>
            {text.lamp}
          </button>
          <p class="counts" id="door-counts" />
        </div>
        <video id="door-video" hidden muted playsinline aria-label={text.scan} />
        <div class="door-said">
          <p id="door-scanned" class="door-scanned" role="status" />
          <div id="door-ask" class="door-ask" role="alert" hidden />
        </div>
        <TextField
          t={t}
          name="search"
          label={text.search}
          type="search"
          optional
          autocomplete="off"
        />
        <ul id="door-list" class="door-list plain-list" />
        <form id="door-add">
          <TextField t={t} name="name" label={text.name} hint={text.nameHint} maxlength={160} />
          <Button kind="secondary">{text.add}</Button>
        </form>
      </div>
      <p class="muted">{text.intro}</p>
      <p>
        <ButtonLink kind="link" href={href(links.attendance(code))}>
          {text.toList}
        </ButtonLink>
      </p>
      {/* A data block: the content security policy lets no inline script run. */}
      <script type="application/json" id="door-data">
        {raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}
      </script>
      <script src={links.doorScript()} type="module" />
    </AttendanceFrame>
  );
}

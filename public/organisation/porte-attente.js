/**
 * What was noted at the door, until the server holds it. Each mark is kept on this device under a key of
 * its own the moment it is made, and taken away only when the server says that it holds it: a dropped
 * network, a closed tab or two tabs at once lose nothing, and since each mark carries its id, sending it
 * twice notes it once.
 */
const most = 40;
const days = 3;
const day = 24 * 3600 * 1000;

const idOf = (token) => Number.parseInt(token.split('-')[0], 36);
/** Whether a person of the list is the one that a mark names: by number, by key or by a scanned link. */
export const isAbout = ({ registrationId, walkInKey }, who) =>
  who.walkInKey
    ? walkInKey === who.walkInKey
    : registrationId !== null &&
      registrationId === (who.token ? idOf(who.token) : who.registrationId);

export const newKey = () => crypto.getRandomValues(new Uint32Array(4)).join('-');

/**
 * `heard` is told of each answer's list; `settled` of the marks that were sent, with the answer; `changed`
 * whenever there is something else to show.
 */
export function openWaiting({ code, listUrl, sendUrl, ...page }, { heard, settled, changed }) {
  const prefix = `porte:${code}:`;
  const listKey = `porte-liste:${code}`;
  /** null, or why nothing is sent: 'offline', 'failed' or 'signed-out'. */
  let problem = navigator.onLine === false ? 'offline' : null;
  let sending = false;
  let refused = 0;
  /** How often in a row a sending was lost on its way: it is tried again soon, and then less often. */
  let losses = 0;

  /** Without a network the page is an old one: the list that was heard last is on this device. */
  function latest() {
    for (const name of Object.keys(localStorage).filter((each) =>
      each.startsWith('porte-liste:'),
    )) {
      const kept = JSON.parse(localStorage.getItem(name));
      if (Date.now() - kept.at > days * day) localStorage.removeItem(name);
    }
    const kept = JSON.parse(localStorage.getItem(listKey));
    return kept && kept.at > page.at ? kept : { at: page.at, people: page.people, ahead: 0 };
  }

  function hear({ at, people }) {
    // How far this phone's clock is behind the server's.
    const list = { at, people, ahead: at - Date.now() };
    try {
      localStorage.setItem(listKey, JSON.stringify(list));
    } catch {
      // Only what a reload without a network would show.
    }
    heard(list);
  }

  /** Oldest first. */
  function waiting() {
    const found = [];
    for (let i = 0; i < localStorage.length; i++) {
      const name = localStorage.key(i);
      if (name.startsWith(prefix)) found.push(JSON.parse(localStorage.getItem(name)));
    }
    return found.sort((a, b) => a.mark.at - b.mark.at);
  }

  /** The list as the server told it, with what waits here on top. */
  function onTop(people) {
    const list = people.map((person) => ({
      ...person,
      present: [...person.present],
      came: [...(person.came ?? [])],
    }));
    for (const { mark, walkIn } of waiting()) {
      let person = list.find((each) => isAbout(each, mark.who));
      if (!person && walkIn) {
        const { key, name } = walkIn;
        const detail = page.text.added;
        person = { registrationId: null, walkInKey: key, name, detail, seats: 1, present: [], came: [] };
        list.push(person);
      }
      if (!person) continue;
      person.present[mark.slot] = mark.state === 'present' ? (mark.seats ?? person.seats) : null;
      person.came[mark.slot] = mark.persons ?? null;
    }
    return list;
  }

  /** False when the device has no room for it: then it is not noted. */
  function keep(mark, walkIn) {
    const kept = { mark: { id: newKey(), at: Date.now(), ...mark }, walkIn };
    try {
      localStorage.setItem(prefix + kept.mark.id, JSON.stringify(kept));
    } catch {
      return false;
    }
    changed();
    send();
    return true;
  }

  async function send() {
    const batch = waiting().slice(0, most);
    if (sending || batch.length === 0) return;
    sending = true;
    changed();
    try {
      const answer = await fetch(sendUrl, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          sentAt: Date.now(),
          marks: batch.map(({ mark }) => mark),
          walkIns: batch.flatMap(({ walkIn }) => walkIn ?? []),
        }),
      });
      if (answer.type === 'opaqueredirect') problem = 'signed-out';
      else if (!answer.ok) problem = 'failed';
      else settle(await answer.json(), batch);
    } catch {
      problem = 'offline';
      // Without a network it is not lost, and its return is told.
      if (navigator.onLine) losses += 1;
      if (navigator.onLine && losses < 4) setTimeout(send, 1000 * 2 ** losses);
    }
    sending = false;
    changed();
    if (!problem) send();
  }

  function settle(answer, batch) {
    for (const id of [...answer.kept, ...answer.refused]) localStorage.removeItem(prefix + id);
    refused += answer.refused.length;
    problem = null;
    losses = 0;
    hear(answer);
    settled(answer, batch);
  }

  /** What colleagues noted meanwhile. */
  async function refresh() {
    if (document.hidden || sending || waiting().length) return;
    try {
      const answer = await fetch(listUrl, { redirect: 'manual' });
      if (answer.type === 'opaqueredirect') problem = 'signed-out';
      else if (!answer.ok) problem = 'failed';
      else {
        hear(await answer.json());
        // What was noted meanwhile may have met a problem of its own.
        if (!waiting().length && navigator.onLine) problem = null;
      }
    } catch {
      problem = 'offline';
    }
    changed();
  }

  const sendOrRefresh = () => (waiting().length ? send() : refresh());
  addEventListener('online', sendOrRefresh);
  addEventListener('offline', () => {
    problem = 'offline';
    changed();
  });
  addEventListener('storage', changed);
  setInterval(send, 20000);
  setInterval(refresh, 60000);

  return {
    latest,
    waiting,
    onTop,
    keep,
    begin: sendOrRefresh,
    status: () => ({ n: waiting().length, problem, sending, refused }),
  };
}

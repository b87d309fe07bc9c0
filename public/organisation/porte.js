/**
 * The door's page. Each mark is kept on this device under a key of its own the moment it is made, and
 * taken away only when the server says that it holds it: a dropped network, a closed tab or two tabs at
 * once lose nothing, and since each mark carries its id, sending it twice notes it once.
 */
(() => {
  const data = JSON.parse(document.getElementById('door-data').textContent);
  const { code, text } = data;
  const prefix = `porte:${code}:`;
  const at = (id) => document.getElementById(id);
  const say = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const key = () => crypto.getRandomValues(new Uint32Array(4)).join('-');
  const fold = (name) =>
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase();

  const listKey = `porte-liste:${code}`;
  let people = latestList();
  let slot = currentSlot();
  let problem = null;
  let refused = 0;
  let sending = false;

  /** Without a network the page is an old one: the list that was heard last is on this device. */
  function latestList() {
    for (const name of Object.keys(localStorage).filter((each) => each.startsWith('porte-liste:'))) {
      const { at } = JSON.parse(localStorage.getItem(name));
      if (Date.now() - at > 3 * 24 * 3600000) localStorage.removeItem(name);
    }
    const heard = JSON.parse(localStorage.getItem(listKey));
    return heard && heard.at > data.at ? heard.people : data.people;
  }

  function hear(answer) {
    people = answer.people;
    problem = null;
    localStorage.setItem(listKey, JSON.stringify({ at: answer.at, people }));
  }

  /** The half-day that is on, or the next one; the last one afterwards. */
  function currentSlot() {
    const next = data.slots.findIndex(({ endsAt }) => Date.now() < endsAt + 30 * 60000);
    return next === -1 ? Math.max(0, data.slots.length - 1) : next;
  }

  /* What waits to be sent, oldest first. */
  function waiting() {
    const found = [];
    for (let i = 0; i < localStorage.length; i++) {
      const name = localStorage.key(i);
      if (name.startsWith(prefix)) found.push(JSON.parse(localStorage.getItem(name)));
    }
    return found.sort((a, b) => a.mark.at - b.mark.at);
  }

  function keep(mark, walkIn) {
    localStorage.setItem(prefix + mark.id, JSON.stringify({ mark, walkIn }));
    show();
    send();
  }

  const markOf = (who, seats) => ({
    id: key(),
    slot,
    who,
    state: seats > 0 ? 'present' : 'unmarked',
    ...(seats > 0 && { seats }),
    at: Date.now(),
  });

  const whoIs = (person) =>
    person.registrationId === null
      ? { walkInKey: person.walkInKey }
      : { registrationId: person.registrationId };

  const isAbout = (person, who) =>
    'token' in who
      ? person.registrationId !== null && person.registrationId === idOf(who.token)
      : who.walkInKey
        ? person.walkInKey === who.walkInKey
        : person.registrationId === who.registrationId;

  const idOf = (token) => Number.parseInt(token.split('-')[0], 36);

  /** The list as the server told it last, with what waits here on top. */
  function current() {
    const list = people.map((person) => ({ ...person, present: [...person.present] }));
    for (const { mark, walkIn } of waiting()) {
      let person = list.find((each) => isAbout(each, mark.who));
      if (!person && walkIn) {
        person = {
          registrationId: null,
          walkInKey: walkIn.key,
          name: walkIn.name,
          detail: text.added,
          seats: 1,
          present: [],
        };
        list.push(person);
      }
      if (person) person.present[mark.slot] = mark.state === 'present' ? (mark.seats ?? person.seats) : null;
    }
    return list;
  }

  function show() {
    const list = current();
    const typed = fold(at('search').value);
    at('door-list').replaceChildren(
      ...list.filter(({ name }) => fold(name).includes(typed)).map(rowOf),
    );
    const present = list.reduce((sum, person) => sum + (person.present[slot] ?? 0), 0);
    const over = data.maxCapacity === null ? 0 : present - data.maxCapacity;
    at('door-counts').textContent = [
      say(text.presentCount, { n: present }),
      over > 0 && say(text.over, { n: over }),
    ]
      .filter(Boolean)
      .join(' · ');
    showStatus();
  }

  function showStatus() {
    const n = waiting().length;
    const texts = [
      problem === 'signed-out'
        ? text.signedOut
        : n === 0
          ? text.online
          : sending
            ? text.sending
            : say(problem === 'offline' ? text.offline : text.waiting, { n }),
      refused > 0 && say(text.refused, { n: refused }),
    ];
    const status = at('door-status');
    const said = texts.filter(Boolean).join(' ');
    if (status.textContent !== said) status.textContent = said;
    status.dataset.state = problem ?? (n ? 'waiting' : 'sent');
  }

  function rowOf(person) {
    const item = document.createElement('li');
    const name = document.createElement('p');
    name.textContent = person.name;
    const detail = document.createElement('small');
    detail.textContent = person.detail;
    if (person.detail) name.append(detail);
    const present = person.present[slot] ?? 0;
    const counts = Array.from({ length: Math.min(person.seats, 3) }, (_, i) => i + 1);
    if (person.seats > 3) counts[2] = person.seats;
    const buttons = counts.map((n) => {
      const button = document.createElement('button');
      const isOn = present === n;
      const label = person.seats === 1 ? text.present : String(n);
      button.type = 'button';
      button.textContent = label;
      button.setAttribute('aria-pressed', String(isOn));
      button.setAttribute('aria-label', `${person.name} : ${label}`);
      button.dataset.key = `${person.registrationId ?? person.walkInKey}/${n}`;
      button.addEventListener('click', () => {
        keep(markOf(whoIs(person), isOn ? 0 : n), walkInOf(person));
        // The list was drawn anew: the focus stays where the finger or the keyboard was.
        document.querySelector(`[data-key="${button.dataset.key}"]`)?.focus();
      });
      return button;
    });
    const group = document.createElement('div');
    group.append(...buttons);
    item.append(name, group);
    return item;
  }

  /* A walk-in that the server does not know yet travels with each of its marks. */
  const walkInOf = ({ walkInKey, name }) =>
    walkInKey && !people.some((person) => person.walkInKey === walkInKey)
      ? { key: walkInKey, name }
      : undefined;

  async function send() {
    const batch = waiting().slice(0, 40);
    if (sending || batch.length === 0) return;
    sending = true;
    showStatus();
    try {
      const answer = await fetch(data.sendUrl, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          sentAt: Date.now(),
          marks: batch.map(({ mark }) => mark),
          walkIns: batch.flatMap(({ walkIn }) => walkIn ?? []),
        }),
      });
      if (answer.type === 'opaqueredirect' || answer.status === 403) problem = 'signed-out';
      else if (!answer.ok) problem = 'offline';
      else settle(await answer.json());
    } catch {
      problem = 'offline';
    }
    sending = false;
    show();
    if (!problem) send();
  }

  function settle(answer) {
    for (const id of [...answer.kept, ...answer.refused]) localStorage.removeItem(prefix + id);
    refused += answer.refused.length;
    hear(answer);
  }

  /* What colleagues noted meanwhile. */
  async function refresh() {
    if (document.hidden || sending || waiting().length) return;
    try {
      const answer = await fetch(data.listUrl, { redirect: 'manual' });
      if (answer.type === 'opaqueredirect') problem = 'signed-out';
      else if (answer.ok) {
        hear(await answer.json());
        show();
      }
    } catch {
      // No network: nothing waits, and the list stays as it was.
    }
  }

  /* Scanning: the code of a confirmation is the link of a registration. */
  let stream = null;
  const seen = new Map();

  async function scan() {
    if (stream) return stopScan();
    if (!('BarcodeDetector' in window)) return tell(text.noCamera);
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch {
      return tell(text.cameraRefused);
    }
    const video = at('door-video');
    video.srcObject = stream;
    video.hidden = false;
    at('door-scan').textContent = text.stopScan;
    await video.play();
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    while (stream) {
      const codes = await detector.detect(video).catch(() => []);
      for (const { rawValue } of codes) scanned(rawValue);
      await new Promise((done) => setTimeout(done, 200));
    }
  }

  function stopScan() {
    for (const track of stream.getTracks()) track.stop();
    stream = null;
    at('door-video').hidden = true;
    at('door-scan').textContent = text.scan;
  }

  function scanned(value) {
    // The same code stays before the camera for seconds.
    if (Date.now() - (seen.get(value) ?? 0) < 5000) return;
    seen.set(value, Date.now());
    const token = /\/i\/([0-9a-z]{1,10}-[\w-]{24})(?:$|[/?#])/.exec(value)?.[1];
    if (!token) return tell(text.notOurs);
    const person = current().find(({ registrationId }) => registrationId === idOf(token));
    if (person?.present[slot]) return tell(say(text.already, person));
    keep(markOf({ token }, person?.seats ?? 1));
    tell(person ? say(text.scanned, person) : text.unknownCode);
    navigator.vibrate?.(80);
  }

  const tell = (said) => {
    at('door-scanned').textContent = said;
  };

  function offerSlots() {
    if (data.slots.length < 2) return;
    const label = document.createElement('label');
    const choice = document.createElement('select');
    label.textContent = text.slot;
    data.slots.forEach((each, i) => {
      choice.append(new Option(each.label, String(i), i === slot, i === slot));
    });
    choice.addEventListener('change', () => {
      slot = Number(choice.value);
      show();
    });
    label.append(choice);
    at('door-slot').append(label);
  }

  at('door-add').addEventListener('submit', (event) => {
    event.preventDefault();
    const field = event.target.elements.name;
    const name = field.value.trim();
    if (!name) return field.focus();
    const walkIn = { key: key(), name };
    keep(markOf({ walkInKey: walkIn.key }, 1), walkIn);
    field.value = '';
    field.focus();
    tell(say(text.scanned, { name }));
  });
  at('search').addEventListener('input', show);
  at('door-scan').addEventListener('click', scan);
  addEventListener('online', send);
  addEventListener('storage', show);
  setInterval(send, 20000);
  setInterval(refresh, 60000);
  navigator.serviceWorker?.register('/organisation/porte-hors-ligne.js', {
    scope: '/organisation/seances/',
  });
  at('door').hidden = false;
  offerSlots();
  show();
  send();
})();

/**
 * The door's page: names to touch, codes to scan, people to add. What is noted is kept on this device
 * until the server holds it (porte-attente.js).
 */
import { isAbout, newKey, openWaiting } from './porte-attente.js';
import { openCamera } from './porte-camera.js';
import { keepPage } from './porte-garder.js';
import { openRows } from './porte-lignes.js';
import { isNoted, openQuestions } from './porte-question.js';

const data = JSON.parse(document.getElementById('door-data').textContent);
const { text } = data;
const at = (id) => document.getElementById(id);
const say = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const fold = (name) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const tell = (said) => {
  at('door-scanned').textContent = said;
};

const store = openWaiting(data, { heard, settled, changed: show });
let { people, ahead } = store.latest();
let slot = currentSlot();
let choice = null;

/** The number of the half-day that is on, or of the next one; of the last one afterwards. */
function currentSlot() {
  const now = Date.now() + ahead;
  const next = data.slots.find(({ endsAt }) => now < endsAt + 30 * 60000);
  return (next ?? data.slots.at(-1))?.number ?? 0;
}

function heard(list) {
  ({ people, ahead } = list);
  if (!choice || choice.dataset.chosen) return;
  slot = currentSlot();
  choice.value = String(slot);
}

const current = () => store.onTop(people);
const whoIs = ({ registrationId, walkInKey }) =>
  registrationId === null ? { walkInKey } : { registrationId };

function show() {
  const list = current();
  const typed = fold(at('search').value);
  const items = list.filter(({ name }) => fold(name).includes(typed)).map((one) => rowOf(one, slot));
  const shown = at('door-list').children;
  if (items.length !== shown.length || items.some((item, i) => item !== shown[i])) {
    const focused = document.activeElement;
    at('door-list').replaceChildren(...items);
    if (focused !== document.activeElement && focused.isConnected) focused.focus();
  }
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
  const { n, problem, sending, refused } = store.status();
  const texts = [
    problem === 'signed-out'
      ? text.signedOut
      : n === 0
        ? problem === 'offline'
          ? text.offlineIdle
          : text.online
        : sending
          ? text.sending
          : say(text[problem ?? 'waiting'], { n }),
    refused > 0 && say(text.refused, { n: refused }),
  ];
  const status = at('door-status');
  const said = texts.filter(Boolean).join(' ');
  if (status.textContent !== said) status.textContent = said;
  status.dataset.state = problem === 'failed' || !problem ? (n ? 'waiting' : 'sent') : problem;
}

const rowOf = openRows(text, touch);

function touch(person, choice) {
  const who = whoIs(person);
  const now = current().find((each) => isAbout(each, who));
  note(who, now && isNoted(now, slot, choice) ? null : choice, walkInOf(person));
}

/* A walk-in that the server does not know yet travels with each of its marks. */
const walkInOf = ({ walkInKey, name }) =>
  walkInKey && !people.some((person) => person.walkInKey === walkInKey)
    ? { key: walkInKey, name }
    : undefined;

/**
 * `came`: how many, and which of two; null takes it back. False, and said, when nobody can be there yet,
 * or this device can't keep it.
 */
function note(who, came, walkIn) {
  const startsAt = data.slots.find(({ number }) => number === slot)?.startsAt ?? 0;
  if (came && Date.now() + ahead < startsAt - data.doorsOpen) {
    tell(text.tooEarly);
    return false;
  }
  const mark = came
    ? { state: 'present', seats: came.seats, persons: came.persons }
    : { state: 'unmarked' };
  const kept = store.keep({ slot, who, ...mark }, walkIn);
  if (!kept) tell(text.notKept);
  return kept;
}

/* Scanning: the code of a confirmation is the link of a registration. */
let camera = null;
const questions = openQuestions(at('door-ask'), text, answered);
const seen = new Map();
const unverified = new Set();

async function scan() {
  if (camera) return closeCamera();
  at('door-scan').disabled = true;
  const video = at('door-video');
  const opened = await openCamera(video, { read: scanned, ended: closeCamera });
  at('door-scan').disabled = false;
  if (opened.problem) return tell(text.camera[opened.problem]);
  camera = opened;
  tell('');
  video.hidden = false;
  at('door-lamp').hidden = !camera.lamp;
  at('door-scan').textContent = text.stopScan;
}

function closeCamera() {
  camera?.stop();
  camera = null;
  at('door-video').hidden = true;
  at('door-lamp').hidden = true;
  at('door-lamp').setAttribute('aria-pressed', 'false');
  at('door-scan').textContent = text.scan;
}

async function switchLamp() {
  const on = at('door-lamp').getAttribute('aria-pressed') !== 'true';
  if (await camera?.lamp(on)) at('door-lamp').setAttribute('aria-pressed', String(on));
  else tell(text.noLamp);
}

function scanned(value) {
  // The same code stays before the camera for seconds.
  const before = seen.get(value) ?? 0;
  seen.set(value, Date.now());
  if (Date.now() - before < 3000) return;
  const token = /\/i\/([0-9a-z]{1,10}-[\w-]{24})(?:$|[/?#])/.exec(value)?.[1];
  if (!token) return tell(text.notOurs);
  const person = current().find((each) => isAbout(each, { token }));
  if (person?.pair && person.present[slot] !== person.seats) {
    navigator.vibrate?.(80);
    return questions.ask({ token }, person);
  }
  const waits = store.waiting().some(({ mark }) => mark.who.token === token && mark.slot === slot);
  if (person?.present[slot]) return tell(say(text.already, person));
  if (waits) return tell(text.alreadyRead);
  if (!note({ token }, { seats: person?.seats ?? 1 })) return;
  if (!person) unverified.add(token);
  tell(person ? sayPresent(person) : text.unknownCode);
  navigator.vibrate?.(80);
}

const sayPresent = ({ name, seats }) =>
  say(seats > 1 ? text.scannedSeveral : text.scanned, { name, n: seats });

/** What the server says of codes that this phone could not tell, or took for true. */
function settled({ refused, scanned: known }, batch) {
  for (const { id, who } of batch.map(({ mark }) => mark)) {
    if (who.token && refused.includes(id)) tell(text.invalidCode);
    else if (unverified.delete(who.token) && known[id]) {
      const person = current().find((each) => isAbout(each, who));
      if (person?.pair) questions.ask(who, person);
      else tell(known[id].elsewhere ? say(text.elsewhere, known[id]) : sayPresent(known[id]));
    }
  }
}

function answered({ who, person }, choice) {
  if (choice && note(who, choice))
    tell(choice.persons ? `${person.name} : ${choice.label}` : sayPresent(person));
}

function offerSlots() {
  if (data.slots.length < 2) return;
  const label = document.createElement('label');
  choice = document.createElement('select');
  label.textContent = text.slot;
  for (const { number, label: when } of data.slots)
    choice.append(new Option(when, String(number), number === slot, number === slot));
  choice.addEventListener('change', () => {
    choice.dataset.chosen = 'true';
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
  const walkIn = { key: newKey(), name };
  if (!note({ walkInKey: walkIn.key }, { seats: 1 }, walkIn)) return;
  // Back to where the name was sought: the list between is long.
  const back = at('search').value ? at('search') : field;
  field.value = '';
  at('search').value = '';
  show();
  back.focus();
  tell(say(text.scanned, { name }));
});
at('search').addEventListener('input', () => {
  show();
  // Who is not found is the next to be added.
  if (!at('door-list').children.length) at('name').value = at('search').value.trim();
});
at('door-scan').addEventListener('click', scan);
at('door-lamp').addEventListener('click', switchLamp);
at('door').hidden = false;
offerSlots();
show();
store.begin();
// A browser that keeps nothing, as some do in a private window, goes on as long as the page is open.
keepPage().catch(() => {});

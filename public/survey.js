/**
 * On a bad line: keeps what was answered on the phone, sends it when the line is back, and says so.
 * Sending again counts once (the slip, the link or the form's own key sees to that). Without
 * JavaScript the form is an ordinary form. Nothing stays once the answers have arrived.
 */
const form = document.querySelector('form[data-keep]');
const status = document.getElementById('sending');
const arrived = document.querySelector('[data-received]');
const shelf = `survey ${location.pathname.split('/')[2]}`;
const oneDay = 24 * 60 * 60 * 1000;
let sending = false;

if (arrived) forget();
if (form && status) {
  restore();
  form.addEventListener('input', keep);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  addEventListener('online', () => kept()?.waiting && send());
  if (kept()?.waiting) send();
}

function fields() {
  return [...new FormData(form)].filter(([, value]) => typeof value === 'string');
}

/** A phone may refuse to keep anything (private window): then the page itself is all there is. */
function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(shelf));
    return found && Date.now() - found.at < oneDay ? found : null;
  } catch {
    return null;
  }
}

function keep(waiting) {
  try {
    const found = { at: Date.now(), fields: fields(), waiting: waiting === true };
    localStorage.setItem(shelf, JSON.stringify(found));
  } catch {}
}

function forget() {
  try {
    localStorage.removeItem(shelf);
  } catch {}
}

/** The key comes back with the answers: the first sending may have arrived without our hearing of it. */
function restore() {
  for (const [name, value] of kept()?.fields ?? []) {
    const inputs = form.querySelectorAll(`[name="${CSS.escape(name)}"]`);
    for (const input of inputs) {
      if (input.type === 'radio' || input.type === 'checkbox') input.checked ||= input.value === value;
      else input.value = value;
    }
  }
}

async function send() {
  if (sending) return;
  sending = true;
  status.textContent = form.dataset.sending;
  keep(true);
  try {
    const body = new URLSearchParams(fields());
    const answer = await fetch(form.action, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(20000),
    });
    if (answer.ok) {
      forget();
      location.assign(answer.url);
    } else {
      // Something to put right, or too many at once: the server's own page says what.
      keep();
      form.submit();
    }
  } catch {
    status.textContent = form.dataset.kept;
    setTimeout(() => kept()?.waiting && send(), 15000);
  }
  sending = false;
}

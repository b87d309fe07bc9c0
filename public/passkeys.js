/**
 * Passkeys: asks the server what to ask the browser for, brings back the browser's answer, and goes
 * where the server says. The button stays hidden in a browser that can't; a mailed link always works.
 */
const box = document.querySelector('[data-passkey]');
const button = box?.querySelector('button');
const told = box?.querySelector('[role="alert"]');
const creates = box?.dataset.passkey === 'create';
const read = creates ? 'parseCreationOptionsFromJSON' : 'parseRequestOptionsFromJSON';
const known = window.PublicKeyCredential;

if (button && known?.[read] && known.prototype.toJSON) {
  box.hidden = false;
  document.querySelector('[data-passkey-absent]')?.remove();
  button.addEventListener('click', async () => {
    told.textContent = '';
    button.disabled = true;
    try {
      const publicKey = known[read](await ask(box.dataset.options, {}));
      const made = await navigator.credentials[creates ? 'create' : 'get']({ publicKey });
      const { next } = await ask(box.dataset.answer, {
        response: made.toJSON(),
        back: box.dataset.back,
      });
      location.assign(next);
    } catch (error) {
      told.textContent = say(error);
      button.disabled = false;
    }
  });
}

class Refused extends Error {}

async function ask(address, body) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  // A page instead of JSON: the sign-in has ended meanwhile.
  const said = await answer.json();
  if (!answer.ok) throw new Refused(said.message);
  return said;
}

function say(error) {
  if (error instanceof Refused) return error.message;
  if (error.name === 'NotAllowedError') return box.dataset.cancelled;
  if (error.name === 'InvalidStateError') return box.dataset.already;
  return box.dataset.failed;
}

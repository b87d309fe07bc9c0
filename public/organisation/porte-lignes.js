/** The rows of the door: a name, what is known, and a button for each answer to « who came ». */
import { choicesOf, isNoted } from './porte-question.js';

const keyOf = ({ registrationId, walkInKey }) => registrationId ?? walkInKey;

/** `touched` is told of the person and of the choice; the row of a person is made once and then kept:
 * one drawn anew would slip away under the finger. */
export function openRows(text, touched) {
  const rows = new Map();

  function make(person) {
    const item = document.createElement('li');
    const paragraph = document.createElement('p');
    const name = document.createElement('span');
    const detail = document.createElement('small');
    const group = document.createElement('div');
    paragraph.append(name, detail);
    const buttons = choicesOf(person, text).map((choice) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = choice.label;
      button.addEventListener('click', () => touched(person, choice));
      return { choice, button };
    });
    group.append(...buttons.map(({ button }) => button));
    item.append(paragraph, group);
    if (person.pair) item.className = 'pair-row';
    return { item, name, detail, buttons, of: shapeOf(person) };
  }

  return function rowOf(person, slot) {
    let row = rows.get(keyOf(person));
    if (row?.of !== shapeOf(person)) {
      row = make(person);
      rows.set(keyOf(person), row);
    }
    row.name.textContent = person.name;
    row.detail.textContent = person.detail;
    for (const { choice, button } of row.buttons) {
      button.setAttribute('aria-pressed', String(isNoted(person, slot, choice)));
      button.setAttribute('aria-label', `${person.name} : ${choice.label}`);
    }
    return row.item;
  };
}

const shapeOf = ({ seats, pair }) => [seats, ...(pair ?? [])].join();

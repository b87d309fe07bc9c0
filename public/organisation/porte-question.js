/**
 * Who came of two registered together under their names: the choices of their row, and the question that
 * the reading of their code asks. One is asked after the other, so that the next code can be read
 * meanwhile; the answer is a mark as any other, with a network or without.
 */
export const choicesOf = ({ seats, pair }, text) => {
  if (pair) return [{ seats, label: text.both }, ...pair.map(only)];
  const counts = Array.from({ length: Math.min(seats, 3) }, (_, i) => i + 1);
  if (seats > 3) counts[2] = seats;
  return counts.map((n) => ({ seats: n, label: seats === 1 ? text.present : String(n) }));
};
const only = (label, i) => ({ seats: 1, persons: [i], label });

/** Whether that is what is noted of a half-day; of one who came and nobody said which, it was the holder. */
export const isNoted = ({ present, came }, slot, { seats, persons }) =>
  present[slot] === seats && (!persons || (came?.[slot] ?? [0]).includes(persons[0]));

/** `answered` is told whom the code named and what was chosen, null for nothing to note. */
export function openQuestions(panel, text, answered) {
  const waiting = [];

  function show() {
    const [asked] = waiting;
    panel.hidden = !asked;
    panel.replaceChildren();
    if (!asked) return;
    const question = document.createElement('p');
    question.textContent = text.whoCame.replace('{name}', asked.person.name);
    panel.append(
      question,
      ...choicesOf(asked.person, text).map((choice) => button(choice.label, 'button', choice)),
      button(text.nobody, 'button secondary', null),
    );
    // Not from under who types a name.
    if (!document.activeElement?.matches('input')) panel.querySelector('button').focus();
  }

  function button(label, look, choice) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = look;
    made.textContent = label;
    made.addEventListener('click', () => {
      const asked = waiting.shift();
      show();
      answered(asked, choice);
    });
    return made;
  }

  return {
    ask(who, person) {
      if (waiting.some((asked) => asked.who.token === who.token)) return;
      waiting.push({ who, person });
      if (waiting.length === 1) show();
    },
  };
}

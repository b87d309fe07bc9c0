import { expect, it } from 'vitest';
import { sayPlaceOnce, typeset } from '../../src/lib/text';

it('keeps together what French must not break over two lines', () => {
  const shown = (text: string) =>
    typeset(text)
      .replace(/\u00a0/g, '~')
      .replace(/\u202f/g, '_');
  expect(shown('Formation « Femmes enceintes », le 3 : de 9 h à 12 h 30 ?')).toBe(
    'Formation «~Femmes enceintes~», le 3~: de 9~h à 12~h~30_?',
  );
  expect(shown('Vu ; entendu ! Dit')).toBe('Vu_; entendu_! Dit');
  expect(shown('Babies: 10 am, all welcome; come! (1 home)')).toBe(
    'Babies: 10 am, all welcome; come! (1 home)',
  );
});

it('says the town of a place once', () => {
  expect(sayPlaceOnce(['Salle du Capitole, Alès', 'place de l’Hôtel-de-Ville', 'Alès'])).toBe(
    'Salle du Capitole, Alès, place de l’Hôtel-de-Ville',
  );
  expect(sayPlaceOnce(['Maison de la Santé', null, 'Alès'])).toBe('Maison de la Santé, Alès');
});

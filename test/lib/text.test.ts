import { expect, it } from 'vitest';
import { percentOf, sayPercent } from '../../src/lib/percent';
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

it('says all and none of all and none alone', () => {
  const said = ([part, whole]: [number, number]) => sayPercent(part, whole, 'en');
  const shares: [number, number][] = [
    [0, 500],
    [1, 500],
    [1, 200],
    [24, 25],
    [199, 200],
    [200, 200],
    [18, 15],
  ];
  expect(shares.map(said)).toEqual(['0%', 'less than 1%', '1%', '96%', '99%', '100%', '120%']);
  expect(sayPercent(1, 500, 'fr')).toBe('moins de 1\u00a0%');
  expect([percentOf(1, 500), percentOf(499, 500)]).toEqual([1, 99]);
});

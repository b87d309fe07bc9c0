import { expect, it } from 'vitest';
import { toCsv } from '../../src/lib/csv';

it('writes what a French Excel opens right', () => {
  expect(
    toCsv([
      ['Nom', 'Places'],
      ['Łukasz ; « Şeyma »', 2.5],
      ['dit "le grand"\nici', null],
    ]),
  ).toBe('\uFEFFNom;Places\r\n"Łukasz ; « Şeyma »";2,5\r\n"dit ""le grand""\nici";\r\n');
});

it('lets no name be a formula', () => {
  for (const hostile of ['=1+1', '+33', '-2', '@SUM(A1)', '\t=1'])
    expect(toCsv([[hostile]])).toBe(`\uFEFF'${hostile}\r\n`);
});

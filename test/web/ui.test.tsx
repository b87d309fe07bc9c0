import type { Child } from 'hono/jsx';
import { expect, it } from 'vitest';
import { texts } from '../../src/i18n';
import {
  CheckboxField,
  DatalistField,
  ErrorSummary,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '../../src/web/ui/fields';
import { Gauge } from '../../src/web/ui/gauge';
import { Facts } from '../../src/web/ui/table';

const t = texts('fr');
const render = (element: Child) => String(element);

it('ties a field to its label, its hint and its error, and keeps what was typed', () => {
  const field = { t, label: 'L', hint: 'H', error: 'E', value: 'a"<b' } as const;
  const rendered = [
    <TextField {...field} name="x" type="email" autocomplete="email" />,
    <TextArea {...field} name="x" />,
    <DatalistField {...field} name="x" suggestions={['sage-femme']} />,
    <SelectField {...field} name="x" options={[{ value: 'a"<b', label: 'Deux' }]} />,
  ].map(render);
  for (const html of rendered) {
    expect(html).toContain('<label for="x">L</label>');
    expect(html).toContain('id="x" name="x"');
    expect(html).toContain('aria-describedby="x-hint x-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('<div class="hint" id="x-hint">H</div>');
    expect(html).toMatch(/id="x-error"><span class="unseen">Erreur\s:\s<\/span>E<\/p>/);
    expect(html).toContain('a&quot;&lt;b');
    expect(html).not.toContain('<b');
    expect(html).toContain('required=""');
  }
});

it('says which fields are optional, and says nothing in a form where all are', () => {
  const field = { t, name: 'x', label: 'L' };
  expect(render(<TextField {...field} optional />)).toContain('(facultatif)');
  const silent = render(<TextField {...field} optional="unmarked" />);
  expect(silent).not.toContain('facultatif');
  expect(silent).not.toContain('required');
});

it('gives the first choice of a group its name as id, so that the summary leads to it', () => {
  const options = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ];
  const html = render(
    <RadioGroup t={t} name="mode" label="L" value="b" options={options} error="E" />,
  );
  expect(html).toContain('<input id="mode" type="radio" name="mode" value="a"');
  expect(html).toContain('<input id="mode-1" type="radio" name="mode" value="b" checked=""');
  expect(html).toContain('<fieldset class="field invalid" aria-describedby="mode-error">');
});

it('never ticks a box by itself', () => {
  expect(render(<CheckboxField t={t} name="consent" label="Oui" />)).not.toContain('checked');
  expect(render(<CheckboxField t={t} name="consent" label="Oui" checked />)).toContain('checked');
});

it('sums up the errors with a link to each field, and stays away when there are none', () => {
  const html = render(
    <ErrorSummary t={t} errors={{ email: 'Adresse ?', note: undefined, form: 'Trop tard' }} />,
  );
  expect(html).toContain('<a href="#email">Adresse ?</a>');
  expect(html).toContain('<strong>Trop tard</strong>');
  expect(html.match(/<li>/g)).toHaveLength(2);
  expect(render(<ErrorSummary t={t} errors={{ email: undefined }} />)).toBe('');
  expect(render(<ErrorSummary t={t} errors={undefined} />)).toBe('');
});

it('draws a seat a dot up to twenty, and every dot in colour only when all are taken', () => {
  const dots = (taken: number, capacity: number) =>
    [...render(<Gauge taken={taken} capacity={capacity} />).matchAll(/M5 5H(\d+)/g)].map(
      ([, x]) => (Number(x) + 5) / 10,
    );
  expect(dots(0, 15)).toEqual([15, 15]);
  expect(dots(4, 15)).toEqual([15, 15, 4]);
  expect(dots(15, 15)).toEqual([15, 15, 15]);
  expect(dots(18, 15)).toEqual([15, 15, 15]);
  expect(dots(39, 40)).toEqual([20, 20, 19]);
  expect(dots(1, 500)).toEqual([20, 20, 1]);
  expect(dots(0, 0)).toEqual([]);
});

it('leaves out facts that nobody stated', () => {
  expect(
    render(
      <Facts
        items={[
          ['Quand', ['', false, 'jeudi']],
          ['Bus', ''],
        ]}
      />,
    ),
  ).toBe('<dl class="facts"><div><dt>Quand</dt><dd>jeudi</dd></div></dl>');
  expect(render(<Facts items={[['Bus', undefined]]} />)).toBe('');
});

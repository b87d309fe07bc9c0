/** The form of an action: what was typed, what is stored, and what differs between the two. */
import type { ActionView } from '../../../domain/catalogue/find-action';
import type { ActionDraft } from '../../../domain/catalogue/inputs';

/** The texts of the form, in its order; lists are one line, separated by commas. */
export const textFields = [
  'title',
  'type',
  'audience',
  'target',
  'summary',
  'topics',
  'networks',
  'context',
  'objectives',
  'coordination',
  'communication',
  'evaluation',
] as const;
export type TextFieldName = (typeof textFields)[number];

export type ActionForm = Record<TextFieldName, string> & { carriers: string[]; version: number };

type Typed = Partial<Record<string, string[]>>;

export function typedAction(body: Typed): ActionForm {
  const texts = textFields.map((name) => [name, body[name]?.at(-1) ?? '']);
  return {
    ...(Object.fromEntries(texts) as Record<TextFieldName, string>),
    carriers: (body.carriers ?? []).map((name) => name.trim()).filter(Boolean),
    version: Number.parseInt(body.version?.at(-1) ?? '', 10) || 0,
  };
}

export function storedAction({ action, carriers }: ActionView): ActionForm {
  const { id: _, networks, topics, version, ...texts } = action;
  return {
    ...texts,
    networks: networks.join(', '),
    topics: topics.join(', '),
    carriers: carriers.map((carrier) => carrier.name),
    version,
  };
}

/** A new action is carried by the organisation of whoever creates it, until they say otherwise. */
export const blankAction = (organisation: string | null): ActionForm =>
  typedAction({ carriers: organisation ? [organisation] : [] });

/** What ActionInput parses. */
export const actionDraft = (form: ActionForm): Record<keyof ActionDraft, unknown> => ({
  ...form,
  networks: list(form.networks),
  topics: list(form.topics),
});

const list = (line: string) =>
  line
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();

/** The fields that are stored otherwise than they were typed. */
export const differing = (
  typed: ActionForm,
  stored: ActionForm,
): (TextFieldName | 'carriers')[] => [
  ...textFields.filter((name) => plain(typed[name]) !== plain(stored[name])),
  ...(typed.carriers.join('\n') === stored.carriers.join('\n') ? [] : (['carriers'] as const)),
];

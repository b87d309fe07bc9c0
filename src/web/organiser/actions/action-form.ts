/** The form of an action: what was typed, what is stored, and what differs between the two. */
import type { ActionView } from '../../../domain/catalogue/find-action';
import type { ActionDraft } from '../../../domain/catalogue/inputs';
import { changedMeanwhile, marksOf } from '../form-seen';

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

export type ActionForm = Record<TextFieldName, string> & {
  carriers: string[];
  version: number;
  /** What the form showed when it was opened. */
  seen: string;
};

type Typed = Partial<Record<string, string[]>>;

export function typedAction(body: Typed): ActionForm {
  const texts = textFields.map((name) => [name, body[name]?.at(-1) ?? '']);
  return {
    ...(Object.fromEntries(texts) as Record<TextFieldName, string>),
    carriers: (body.carriers ?? []).map((name) => name.trim()).filter(Boolean),
    version: Number.parseInt(body.version?.at(-1) ?? '', 10) || 0,
    seen: body.seen?.at(-1) ?? '',
  };
}

export function storedAction({ action, carriers }: ActionView): ActionForm {
  const { id: _, networks, topics, version, ...texts } = action;
  const form = {
    ...texts,
    networks: networks.join(', '),
    topics: topics.join(', '),
    carriers: carriers.map((carrier) => carrier.name),
    version,
    seen: '',
  };
  return { ...form, seen: marksOf(textsOf(form)) };
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

const fields = [...textFields, 'carriers'] as const;

const textsOf = (form: ActionForm) =>
  fields.map((name) => (name === 'carriers' ? form.carriers.join('\n') : plain(form[name])));

/** The fields that somebody else saved otherwise than they were typed. */
export function differing(typed: ActionForm, stored: ActionForm) {
  const isChanged = changedMeanwhile(textsOf(typed), textsOf(stored), typed.seen);
  return fields.filter((_, at) => isChanged(at));
}

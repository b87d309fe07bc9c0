/**
 * What was reported of a year before Farandole held it, beside what follows from the actions noted
 * here. The two need not agree: a published total may include what nobody itemised. Both are shown, and
 * neither is bent to the other.
 */
import { type Filter, filtered } from './breakdown';
import type { Figure, FigureKey } from './figure';
import type { Index } from './lines-index';
import type { ReportedFact } from './schema';

export type Source = { figure: FigureKey; filter: Filter };
export type PublishedLine = {
  key: string;
  /** Null: of the whole year. */
  actionId: number | null;
  reported: number;
  /** Null: nothing here counts it, or nobody noted any of it. */
  computed: number | null;
  source: Source | null;
};

const projectKinds = ['preparation', 'steering', 'review', 'working_group'];

/** What computes the same, where something does; lengths are reported in hours. */
const sources: Record<string, Source> = {
  actions: { figure: 'actions', filter: {} },
  prevention_participations_public: {
    figure: 'participations',
    filter: { type: ['prevention'], audience: ['public'] },
  },
  training_and_awareness_participations_professionals: {
    figure: 'participations',
    filter: { type: ['training', 'awareness'], audience: ['professionals'] },
  },
  conferences: { figure: 'sessions_held', filter: { type: ['conference'] } },
  conference_participants: { figure: 'participations', filter: { type: ['conference'] } },
  forums: { figure: 'sessions_held', filter: { type: ['forum'] } },
  forum_participants: { figure: 'participations', filter: { type: ['forum'] } },
  meetings: { figure: 'meetings', filter: { kind: [...projectKinds, 'internal'] } },
  working_group_meetings: { figure: 'meetings', filter: { kind: projectKinds } },
  internal_coordination_meetings: { figure: 'meetings', filter: { kind: ['internal'] } },
  meeting_participations_professionals: { figure: 'meeting_participations', filter: {} },
  partner_meetings: { figure: 'meetings', filter: { kind: ['partner'] } },
  partner_meeting_hours: { figure: 'meeting_minutes', filter: { kind: ['partner'] } },
  supported_projects: { figure: 'supported_projects', filter: {} },
  supported_project_participations: {
    figure: 'participations',
    filter: { type: ['supported_project'] },
  },
  supported_project_hours: { figure: 'session_minutes', filter: { type: ['supported_project'] } },
  distinct_functions: { figure: 'professions', filter: {} },
  distinct_organisations: { figure: 'organisations', filter: {} },
};

const sourcesOfAction: Record<string, FigureKey> = {
  planned_sessions: 'sessions_planned',
  participations: 'participations',
  expected: 'participations',
  meeting_participations: 'meeting_participations',
  minutes_written: 'minutes_written',
};

export function comparePublished(
  reported: readonly ReportedFact[],
  figures: readonly Figure[],
  index: Index,
): PublishedLine[] {
  return reported.flatMap(({ key, actionId, number }): PublishedLine[] => {
    if (number === null) return [];
    const source = sourceOf(key, actionId);
    const whole = figures.find((figure) => figure.key === source?.figure);
    const part = source && whole ? filtered(whole, index, source.filter) : null;
    const computed = part && (part.lines.length > 0 || !part.unknown.length) ? part.value : null;
    const inHours = computed !== null && source?.figure.endsWith('_minutes');
    return [
      { key, actionId, reported: number, computed: inHours ? computed / 60 : computed, source },
    ];
  });
}

function sourceOf(key: string, actionId: number | null): Source | null {
  if (actionId === null) return sources[key] ?? null;
  const figure = sourcesOfAction[key];
  return figure ? { figure, filter: { action: [String(actionId)] } } : null;
}

/** The report of an import, for the person who ran it. */
import type { ImportReport, Tally } from '../../src/domain/import/import-year';
import type { Leftover } from '../../src/domain/import/leftovers';
import type { Fault } from '../../src/domain/import/year-file';

export function faultLines(name: string, faults: Fault[]): string[] {
  return [
    `${name} n’a pas été importé : rien n’a été écrit. À corriger :`,
    ...faults.map(({ path, message }) => `  ${path || 'le fichier'} ${message}`),
  ];
}

export function reportLines(name: string, report: ImportReport, dryRun: boolean): string[] {
  const { created: c } = report;
  return [
    dryRun ? `${name} : essai, rien n’a été écrit.` : `${name} : import terminé.`,
    '',
    '                 lues   créées   inchangées',
    row('actions', report.actions),
    row('séances', report.sessions),
    row('réunions', report.meetings),
    row('fonctions', report.professions),
    ...(report.sessions.created
      ? [
          '',
          `Séances créées : ${c.dated} datées, ${c.unrecorded} sans date notée, ${c.toBeDetermined} à la date à déterminer, ${c.cancelled} annulées.`,
        ]
      : []),
    ...(report.leftovers.length
      ? [
          '',
          'Lu, mais sans place ici pour l’instant (le fichier reste la référence) :',
          ...report.leftovers.map(leftoverLine),
        ]
      : []),
  ];
}

const row = (label: string, { read, created, unchanged }: Tally) =>
  `  ${label.padEnd(12)}${[read, created, unchanged]
    .map((n, i) => String(n).padStart([7, 9, 13][i] ?? 0))
    .join('')}`;

const where = {
  file: 'fichier',
  network: 'réseau',
  action: 'actions',
  session: 'séances',
  meeting: 'réunions',
};

function leftoverLine({ level, field, count, total }: Leftover): string {
  const known = names[`${level}.${field}`];
  const size =
    total !== null && total !== count ? `, ${total.toLocaleString('fr-FR')} en tout` : '';
  return `  ${known ?? 'champ que Farandole ne connaît pas'} (${where[level]}, « ${field} ») : ${count} ${count > 1 ? 'valeurs' : 'valeur'}${size}`;
}

const names: Record<string, string> = {
  'file.organisation_kinds': 'types de structures',
  'network.name': 'nom du réseau, réglé par NETWORK_NAME',
  'network.carrier': 'porteur du réseau',
  'network.city': 'ville du réseau',
  'network.website': 'site du réseau',
  'action.survey': 'questionnaires de satisfaction',
  'meeting.mode': 'réunions en visioconférence',
  'session.speakers_count': 'nombre d’intervenants',
  'session.note': 'notes',
};

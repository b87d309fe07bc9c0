/** The directories of organisations, professions and venues. */
import type { directories as french } from '../fr/directories';

const uses = (count: number, one: string, many: string) =>
  count >= 100 ? `100 ${many} or more` : `${count} ${count === 1 ? one : many}`;

export const directories: typeof french = {
  title: 'Directories',
  intro:
    'The names that forms and reports use. A new name is added by itself when somebody types it.',
  which: 'Which directory',
  names: { organisations: 'Organisations', professions: 'Professions', venues: 'Venues' },
  search: 'Search for a name',
  find: 'Search',
  none: 'No name matches.',
  name: 'Name',
  kind: 'Kind of organisation',
  kindHint: 'For example: nursery, early childhood centre, association.',
  address: 'Address',
  town: 'Town',
  access: 'How to get there',
  uses: 'Used by',
  used: {
    actions: (count) => uses(count, 'action', 'actions'),
    accounts: (count) => uses(count, 'account', 'accounts'),
    sessions: (count) => uses(count, 'session', 'sessions'),
    meetings: (count) => uses(count, 'meeting', 'meetings'),
    handouts: (count) => uses(count, 'publication handed out', 'publications handed out'),
    loans: (count) => uses(count, 'loan', 'loans'),
    contacts: (count) => uses(count, 'contact', 'contacts'),
    logos: (count) => uses(count, 'logo', 'logos'),
    signatures: (count) => uses(count, 'signature', 'signatures'),
  },
  doublesTitle: 'Perhaps twice',
  doublesIntro: 'These names are alike. Look at them before you merge: some are different.',
  compare: (one, other) => `“${one}” and “${other}”`,
  edit: 'Correct',
  renameHint: 'The old name is still known: what was typed with it counts under the new one.',
  venueSilent:
    'What you correct here shows at once on the page of every session at this venue, and is announced to nobody. If a session moves to another venue, change the session: those registered will be told.',
  save: 'Save',
  territories: {
    title: 'Territories',
    link: 'Territories: group the towns',
    intro:
      'The year’s report counts by territory: an intercommunality, a district. Give the same name to towns that go together. A town without a territory counts by itself.',
    none: 'No venue has a town yet.',
    venues: (count) => `${count} ${count === 1 ? 'venue' : 'venues'}`,
    tooLong: 'Make it shorter: 120 characters at most.',
    stale:
      'Someone else changed this territory meanwhile. What you typed is kept here: save again to put it in its place.',
  },
  mergeTitle: 'Merge with another name',
  mergeIntro: (name) => `If “${name}” also stands under another name, give the one that stays.`,
  mergeInto: 'The name that stays',
  preview: 'See what will change',
  mergePageTitle: (gone, kept) => `Merge “${gone}” with “${kept}”`,
  goes: (name) => `“${name}” leaves the directory.`,
  stays: (name) => `“${name}” stays.`,
  moves: (what, kept) => `Moved to “${kept}”: ${what}.`,
  movesNothing: 'Nothing else in the directory is tied to it.',
  typed: (gone, kept) =>
    `What people typed as “${gone}”, or will type, counts as “${kept}” in the reports from now on.`,
  accountsGain: (kept) =>
    `The accounts tied to it will be able to work on all the actions that “${kept}” carries.`,
  logo: (gone, kept) => `The logo of “${gone}” is deleted: that of “${kept}” is kept.`,
  signature: (gone, kept) =>
    `Certificates to come will bear the signature of “${kept}”, and not that of “${gone}”. Those issued before keep theirs.`,
  venueKept:
    'The address of the venue that stays is kept; what it lacks is taken from the other. Nobody is told.',
  noUndo: 'A merge can’t be undone.',
  merge: 'Merge',
  cancel: 'Don’t merge',
  swap: (name) => `Keep “${name}” instead`,
  merged: 'The two names are merged.',
  problems: {
    name: 'Type a name of 200 characters at most.',
    kind: 'Type 120 characters at most.',
    address: 'Type 300 characters at most.',
    town: 'Type 120 characters at most.',
    access: 'Type 1,000 characters at most.',
    unknown: 'This name is not in the directory. Choose it from the list.',
  },
  refusals: {
    stale:
      'Somebody else changed this name meanwhile. Here is what is saved now. Check, then try again.',
    taken: 'This name is already in the directory. To keep only one, merge the two.',
    same: 'This is the same name. Choose another one.',
  },
};

import type { Texts } from '..';

export const common: Texts['common'] = {
  languageName: 'English',
  otherLanguage: 'Français',
  skipToContent: 'Skip to content',
  forOrganisers: 'For organisers',
  privacy: 'Your data',
  lostLink: 'I have lost my link',
  yes: 'Yes',
  no: 'No',
  optional: 'optional',
  madeWith: 'Registrations are run with Farandole.',
  pages: 'Pages',
  previousPage: 'Previous page',
  firstPage: 'Back to the first page',
  nextPage: 'Next page',
};

import type { Texts } from '..';

export const errors: Texts['errors'] = {
  notFoundTitle: 'This page does not exist',
  notFoundText:
    'The address may be incomplete, or the link is no longer valid. Check it, or go back to the programme.',
  forbiddenTitle: 'You have no access to this page',
  forbiddenText: 'Your account does not allow this. An administrator can give you the right to.',
  crossSiteTitle: 'This was not accepted',
  crossSiteText:
    'It came from another site. Open the page here and send it again: nothing was saved.',
  tooLargeTitle: 'This is too large',
  tooLargeText: 'Shorten the texts, or send lighter files, a few at a time: nothing was saved.',
  tooManyTitle: 'Too many requests at once',
  tooManyText:
    'Wait a minute, then send it again. Nothing was lost; what you typed is kept if you go back.',
  bugTitle: 'Something went wrong',
  bugText:
    'It is our fault. Nothing that was saved is lost. Try again in a moment; if it happens again, call the network.',
  backToProgramme: 'See the programme',
  summaryTitle: 'There is a problem',
  titlePrefix: 'Error: ',
  fieldPrefix: 'Error: ',
};

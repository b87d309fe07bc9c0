import type { Texts } from '..';

export const correctDetails: Texts['correctDetails'] = {
  title: 'Correct the details',
  intro:
    'Nothing is sent: their place, their link and their calendar stay as they are. The history keeps what was corrected, not the values.',
  seatsHint: (seated) =>
    seated
      ? 'More places follow the capacity of the session; fewer are offered to those who wait. Tell the person.'
      : 'The person keeps their rank on the waiting list.',
  save: 'Correct',
  cancel: 'Go back without changing anything',
  groupLabel: 'Name of the group',
  children: 'Children',
  adults: 'Adults',
  refusals: {
    stale:
      'These details were corrected meanwhile. Here is what you typed: check it, then correct again.',
    not_live: 'This registration is cancelled: it holds no place any more.',
    over_capacity_needs_reason:
      'These places go over the capacity. Give the reason to go over it, or lower the number.',
    over_max: 'These places go over the maximum of the session.',
  },
  storedNow: 'Saved now',
  names: {
    firstName: 'first name',
    lastName: 'name',
    phone: 'phone',
    profession: 'profession',
    organisation: 'organisation',
    town: 'town',
    note: 'message',
    seats: 'places',
    companions: 'companions',
    groupLabel: 'name of the group',
    headcounts: 'headcount',
  },
  own: {
    link: 'Correct my data',
    title: 'Correct my data',
    intro:
      'Your place, your link and your calendar stay as they are. The e-mail address and the number of places are changed in another way: call us if need be.',
    organisationFixed:
      'This session limits the places of each organisation: to change yours, call us.',
    save: 'Save',
    stale: 'Your data was corrected meanwhile. Check it, then save again.',
  },
};

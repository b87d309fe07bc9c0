import type { Texts } from '..';

const people = (n: number) => (n === 1 ? `${n} person` : `${n} people`);

export const sessions: Texts['sessions'] = {
  title: 'Sessions',
  create: 'Create the session',
  new: 'Create a session',
  save: 'Save',
  newTitle: 'Create a session',
  editTitle: 'Change the session',
  ofAction: 'Action:',
  chooseAction: 'Which action is it part of?',
  chooseActionHint:
    'A session belongs to an action. If it resembles a past session, open that one and choose “Create a session from this one”: only the date is left to give.',
  noActions: 'Create an action first: sessions belong to one.',
  createAction: 'Create an action',

  search: 'Search in the titles',
  find: 'Search',
  found: (words) => `Sessions found for “${words}”`,
  leaveSearch: 'Leave the search',
  which: 'Sessions shown',
  whose: 'Whose',
  views: { coming: 'Coming', drafts: 'Drafts', undated: 'Without a date', past: 'Past' },
  none: {
    coming: 'No session is coming.',
    drafts: 'No draft.',
    undated: 'No published session waits for its date.',
    past: (year) => `No past session in ${year}.`,
  },
  noneFound: 'No session matches.',
  years: 'Years',
  mine: 'My organisation’s',
  all: 'All',
  columns: { name: 'Session', when: 'Date', where: 'Place', seats: 'Seats', state: 'State' },
  seats: (taken, capacity) => (capacity === null ? String(taken) : `${taken} / ${capacity}`),
  waiting: (n) => `${n} waiting`,
  underMinimum: (minimum) => `under the minimum (${minimum})`,
  states: { draft: 'Draft', published: 'Published', cancelled: 'Cancelled' },

  done: {
    creee:
      'The session is created, as a draft: the public does not see it yet. Check it, then publish it.',
    copies: 'The sessions are created, as drafts: the public does not see them yet.',
    publiee: 'The session is published: registration follows the dates that you chose.',
    enregistree: 'Saved.',
    datee: 'Saved. Those who waited for the date are being told.',
    prevenus: 'Saved. The messages are on their way, and calendars are being updated.',
    'non-tenue': 'Noted: the session did not take place. No message goes out.',
    annulee:
      'The session is cancelled. The messages are on their way, and calendars are being updated.',
    places: 'Done. The messages are on their way, and calendars are updated.',
    publiees: 'The sessions are published: registrations follow the dates that you chose.',
    supprimee: 'The draft is deleted.',
    maintenue: 'The session goes ahead. You will not be asked about it again.',
  },

  together: {
    hint: 'Check these sessions, then publish them together, or each from its page.',
    publish: (n) => `Publish all ${n}`,
  },

  edit: 'Change',
  publish: 'Publish',
  copy: 'Create a session from this one',
  cancelSession: 'Cancel the session',
  deleteDraft: 'Delete this draft',
  publicPage: 'See the public page',
  draftNotice: 'Draft: the public does not see this session yet.',
  draftPast: 'Published, it will be among the past sessions, and nobody will be able to register.',
  draftUndated: 'Without a date it is announced, but nobody can register yet.',
  cancelledNotice: 'This session is cancelled.',
  reasonGiven: (reason) => `Reason given: ${reason}`,
  overNotice: (over) =>
    `${over === 1 ? 'One seat is' : `${over} seats are`} taken above the capacity. Nobody was removed: choose who stays.`,
  chooseWhoStays: 'Choose who stays',
  placesTaken: (taken, capacity) =>
    capacity === null
      ? `${taken === 1 ? '1 seat' : `${taken} seats`} taken, no limit`
      : `${taken === 1 ? '1 seat' : `${taken} seats`} taken of ${capacity}`,
  upTo: (max) => `${max} at most, by the organisers`,
  atLeast: (min) => `${min} at least`,
  noAddress: 'no place yet',
  opensWhenPublished: 'Open once published',
  closesAtStart: 'Closed when the session starts',
  from: (when) => `Open from ${when}`,
  until: (when) => `Closed on ${when}`,
  action: 'Action',
  asked: 'Asked when registering',
  asksNothing: 'Name and e-mail address only',
  asksNote: { optional: '(optional)', required: '(required)' },
  practicalFacts: 'Good to know',

  waitingTitle: 'Waiting list',
  offersRule:
    'Once full, everyone waits in order of arrival. A freed seat is offered for 24 hours, or for a quarter of the time left where that is shorter, and for at least one hour; without an answer it passes on. From 3 hours before the start nothing more is offered: you fill by phone.',

  whenTitle: 'When',
  whereTitle: 'Where',
  placesTitle: 'How many',
  audienceTitle: 'Who can register',
  openingTitle: 'Registration and visibility',
  asksTitle: 'What registration asks, beside the name and the e-mail address',
  name: 'Title of the session',
  summary: 'Presentation',
  slot: (n) => `Slot ${n}`,
  slotDate: 'Day',
  slotFrom: 'From',
  slotTo: 'To',
  addSlot: 'Add a slot',
  speaker: (n) => `Speaker ${n}`,
  speakerRole: 'Profession',
  speakerName: 'Name',
  addSpeaker: 'Add a speaker',
  modeUndecided: 'Not decided yet',
  notHybrid: 'No',
  unsaid: 'Not said',
  dateStates: {
    set: 'The date is set',
    to_be_determined: 'The date is to be determined',
    unrecorded: 'The date was not noted',
  },
  asking: { '': 'No', optional: 'Optional', required: 'Required' },
  visibilities: { public: 'Public', unlisted: 'Unlisted', invitation: 'By invitation' },
  visibilityHints: {
    public: 'In the programme, open to all who meet the conditions.',
    unlisted: 'Not in the programme: only those who have the address register.',
    invitation:
      'Not in the programme; people register by the link of the invitations that you send, or you register them yourself.',
  },
  fields: {
    title: 'Title of the session',
    summary: 'Presentation',
    dateState: 'Date',
    slots: 'Slots',
    speakers: 'With',
    mode: 'In person or online',
    linkedSessionId: 'Hybrid session: the other half',
    venueName: 'Venue',
    venueAddress: 'Address of the venue',
    venueTown: 'Town',
    venueAccess: 'How to get in',
    videoUrl: 'Video link',
    capacity: 'Seats',
    maxCapacity: 'Maximum',
    minSeats: 'Minimum',
    seatsPerRegistration: 'Seats per registration',
    seatsPerOrganisation: 'Seats per organisation',
    offerHours: 'Hours to answer an offered seat',
    acceptsColleagues: 'One person may register their colleagues',
    acceptsGroups: 'Registration of a group by headcount (a class, a centre)',
    checksEligibility: 'Check the conditions before a seat is confirmed',
    eligibility: 'Conditions for registering',
    phone: 'Phone',
    profession: 'Profession',
    organisation: 'Organisation',
    town: 'Town of the person',
    note: 'Hopes, questions',
    free: 'Free of charge',
    babies: 'Babies welcome',
    wheelchair: 'Wheelchair access',
    signLanguage: 'Sign language',
    price: 'Price',
    parking: 'Parking',
    bus: 'Bus',
    interpreter: 'Interpreter',
    bring: 'To bring',
    contactName: 'Who answers questions',
    contactPhone: 'Their phone number',
    contactEmail: 'Their e-mail address',
    registrationOpensAt: 'Registration opens',
    registrationClosesAt: 'Registration closes',
    visibility: 'Who sees the session',
    occurrences: 'Number of meetings',
  },
  hints: {
    title: (action) => `Leave empty to take the action’s: “${action}”.`,
    summary: 'What the public reads. Leave empty to take the action’s presentation.',
    slots:
      'A slot is a half-day: attendance is noted for each. A two-day training with lunch breaks has four. A row that you empty is taken away.',
    venue: 'Choose from the directory, or type a new venue.',
    access: 'Intercom, floor… The address of a known venue is the directory’s.',
    video: 'Sent to people confirmed, and to nobody else.',
    hybrid:
      'The same session, one in person and one online: each has its own seats, and people can move between them.',
    capacity: 'What the public can take. Leave empty for a session open to all.',
    maxCapacity: 'Only you can go up to there, giving a reason. Empty: the same number.',
    minSeats: 'Below it, you are told of the session as the date nears.',
    seatsPerRegistration: '2 for couples: a registration then takes one or two seats.',
    seatsPerOrganisation: 'So that one organisation does not take all the seats.',
    offerHours:
      '24 at most, which is the rule if you leave it empty. Less near the session: never more than a quarter of the time left, never less than an hour.',
    eligibility: 'For example: registered childminders of Alès Agglomération.',
    checksEligibility: 'The seat is held while you check.',
    acceptsColleagues: 'They say whether they want to come together or separately.',
    acceptsGroups: 'A number of children and adults, without names.',
    asks: 'Ask as little as possible.',
    speakers: 'The profession is enough: “child psychiatrist”. A row that you empty is taken away.',
    practical: 'What people look for before they come. Nothing is shown until you say it.',
    registrationOpensAt: 'Empty: once published.',
    registrationClosesAt: 'Empty: when the session starts.',
  },
  problems: {
    instant: 'Type a date and a time, or leave empty.',
    slotDate: 'Choose the day of this slot.',
    slotTime: 'Type a time, for example 09:00.',
    slotOrder: 'The end must come after the start.',
    attended: (when: string) =>
      `Attendance is noted here (${when}): this slot cannot be removed. Put its day and hours back.`,
    year: 'Check the year: from 2000 to 2100.',
    skipped: 'This time does not exist on that day: the clocks go forward.',
    tooLong:
      'A session fits in two months. For a longer cycle, create several sessions: “Create a session from this one”.',
    knownVenue:
      'This venue is in the directory with something else. Keep what the directory says, or give the venue another name.',
    other: 'Check this field.',
    fields: {
      form: 'Check the form.',
      title: 'Shorten the title: 300 characters at most.',
      summary: 'Shorten the presentation: 5,000 characters at most.',
      dateState: 'Say whether the date is set.',
      slotDate: 'Give 20 slots at most.',
      mode: 'Choose in person or online.',
      linkedSessionId: 'Choose a session of the list.',
      venueName: 'Give the venue a name, of 200 characters at most.',
      venueAddress: 'Shorten the address: 300 characters at most.',
      venueTown: 'Shorten the town: 100 characters at most.',
      venueAccess: 'Shorten this text: 1,000 characters at most.',
      videoUrl: 'Copy the whole address, which begins with https://',
      capacity: 'Type a number of seats, or leave empty.',
      maxCapacity: 'Type a number of seats, or leave empty.',
      minSeats: 'Type a number of at least 1, or leave empty.',
      seatsPerRegistration: 'Type a number of at least 1.',
      seatsPerOrganisation: 'Type a number of at least 1, or leave empty.',
      offerHours: 'Type a number of hours from 1 to 24, or leave empty.',
      eligibility: 'Shorten the conditions: 1,000 characters at most.',
      phone: 'Choose an answer.',
      profession: 'Choose an answer.',
      organisation: 'Choose an answer.',
      town: 'Choose an answer.',
      note: 'Choose an answer.',
      speakers: 'Give 30 speakers at most.',
      speakerRole: 'Give the profession: 200 characters at most, and 100 for the name.',
      price: 'Shorten the price: 100 characters at most.',
      parking: 'Shorten this text: 300 characters at most.',
      bus: 'Shorten this text: 300 characters at most.',
      interpreter: 'Shorten this text: 300 characters at most.',
      bring: 'Shorten this text: 500 characters at most.',
      contactName: 'Shorten the name: 100 characters at most.',
      contactPhone: 'Shorten the number: 40 characters at most.',
      contactEmail: 'Type an e-mail address, like name@example.com.',
      registrationOpensAt: 'Type a date and a time, or leave empty.',
      registrationClosesAt: 'Type a date and a time, or leave empty.',
      visibility: 'Choose who sees the session.',
      occurrences: 'The number of meetings can’t be read.',
    },
  },
  refusals: {
    no_slots: 'Give at least one slot, or say that the date is to be determined.',
    slots_without_date: 'Say that the date is set, or empty the slots.',
    slot_ends_before_start: 'The end must come after the start.',
    slots_overlap: 'This slot starts before the one before it ends.',
    max_without_capacity: 'Give the number of seats, or empty the maximum.',
    max_below_capacity: 'The maximum can’t be smaller than the number of seats.',
    min_above_capacity: 'The minimum can’t be above the maximum.',
    party_above_capacity: 'A registration can’t take more seats than the session has.',
    closes_before_opening: 'Closing must come after opening.',
    slot_attended: 'Attendance is noted for a slot that you remove.',
    linked_already: 'This session already has its other half. Separate them first.',
    linked_same_mode:
      'One half is in the room, the other by video: choose a session of the other kind.',
    linked_elsewhere: 'Choose a session of the same action.',
    unknown_action: 'This action no longer exists.',
    unknown: 'This session no longer exists.',
    cancelled: 'This session is cancelled: it can no longer be changed.',
    already_published: 'This session is already published.',
    already_cancelled: 'This session is already cancelled.',
    only_a_draft:
      'This session is a draft: the public never saw it. Delete it instead of cancelling it.',
    over: 'This session is over: it can no longer be cancelled. If it did not take place, say so from its page.',
    not_over: 'This session is not over: cancel it, and those registered are told.',
    someone_came:
      'People are noted present at this session: it took place. If that is a mistake, correct the attendance first.',
    not_a_draft: 'This session was published: it is cancelled, and no longer deleted.',
    in_use:
      'This draft cannot be deleted: someone’s attendance, a survey, a message, an invitation or a publication handed out belongs to it. Remove these first.',
    stale:
      'Someone else saved this session while you were writing. Nothing is lost: what you typed is in the form, and what was saved meanwhile is shown below. Take over what is needed, then save.',
    changed_meanwhile:
      'Someone else changed this session meanwhile. This is what is saved now: check it, then start again.',
  },

  review: {
    title: 'Before saving',
    pastTitle: 'This date is past.',
    past: 'Check the year. If the session did take place, save it: it will be among the past sessions.',
    clashesTitle: 'At the same time',
    clashVenue: (venue) => `the same venue: ${venue}`,
    clashSpeakers: (names) => `with ${names}`,
    toldTitle: 'The people registered',
    told: (n) =>
      n === 1 ? 'One person will be told by e-mail.' : `${n} people will be told by e-mail.`,
    calendars: (n) =>
      n === 1
        ? 'Their calendar will be updated.'
        : `The calendars of ${people(n)} will be updated, with nothing to do on their side.`,
    waitlisted: (n) =>
      n === 1
        ? 'One person on the waiting list is included.'
        : `${n} people on the waiting list are included.`,
    unreachable: (n) =>
      n === 1
        ? 'One person gave no e-mail address: they must be called.'
        : `${people(n)} gave no e-mail address: they must be called.`,
    watchersTitle: 'Those who wait for the date',
    watchers: (n) =>
      n === 1
        ? 'One person asked to be told the date: they will get it by e-mail.'
        : `${n} people asked to be told the date: they will get it by e-mail.`,
    overTitle: 'More seats taken than the capacity',
    over: (n, capacity) =>
      `${n === 1 ? 'One seat taken is' : `${n} seats taken are`} above the new capacity (${capacity}). Nobody is removed: you then choose who stays.`,
    changesTitle: 'What changes for them',
    reason: 'Reason for the change',
    reasonHint: 'It is written in the message. For example: the room is not available.',
    saveAnyway: 'Save anyway',
    saveAndTell: (n) => `Save and tell ${people(n)}`,
    back: 'Back to the form',
  },

  today: {
    needs: 'What needs you',
    quiet: 'Nothing needs you.',
    underMinimum: (taken, minimum) =>
      `${taken === 0 ? 'No seat taken' : taken === 1 ? 'One seat taken' : `${taken} seats taken`}, for a minimum of ${minimum}: does it go ahead?`,
    keep: 'Go ahead',
    offers: 'Seats offered that are about to pass on',
    offersCount: (n, until) =>
      n === 1 ? `one seat offered until ${until}` : `${n} offers, the first until ${until}`,
    toCheck: 'Conditions to check',
    toCheckCount: (n) => `${people(n)} to check`,
    mailsWait: (n, since) =>
      `${n === 1 ? 'One mail has' : `${n} mails have`} been waiting for more than 10 minutes (since: ${since}).`,
    mailsWaitHint:
      'As long as this lasts, nobody is told of anything: if a session is near, take its phone list.',
    seeMails: 'See these mails',
    aboutNoSession: 'About no session (accounts, certificates)',
    failedMails: 'Mails not delivered',
    failedMailsCount: (n) => (n === 1 ? 'one mail not delivered' : `${n} mails not delivered`),
    attendanceCount: (n) => (n === 1 ? 'one seat taken' : `${n} seats taken`),
    openSurveys: 'Paper answers to type in',
    openSurveysHint: 'the questionnaire is still open',
    undated: 'Dates awaited',
    undatedCount: (n) =>
      n === 1 ? 'one person waits for the date' : `${people(n)} wait for the date`,
  },

  cancellation: {
    title: 'Cancel this session',
    told: (n) =>
      n === 0
        ? 'Nobody to tell by e-mail: no message will be sent.'
        : n === 1
          ? 'One person will be told by e-mail, and the session will leave their calendar.'
          : `${n} people will be told by e-mail, and the session will leave their calendars.`,
    watchers: (n) =>
      n === 1
        ? 'One person who waits for the date will be told by e-mail.'
        : `${n} people who wait for the date will be told by e-mail.`,
    final:
      'A cancelled session can’t be brought back. Its page stays online and says that it is cancelled.',
    reason: 'Reason for the cancellation',
    reasonHint: 'It is written in the message and on the session’s page.',
    confirm: (n) => (n === 0 ? 'Cancel the session' : `Cancel the session and tell ${people(n)}`),
    keep: 'Do not cancel',
    reasonTooLong: 'Shorten the reason: 500 characters at most.',
  },

  notHeld: {
    say: 'The session did not take place',
    title: 'This session did not take place',
    notice: 'This session did not take place.',
    untold: 'The date has passed: no message will go out.',
    final:
      'The session and its registrations are noted as cancelled, and count as such in the report. This can’t be undone.',
    reason: 'Reason',
    reasonHint: 'It is written on the session’s page.',
    confirm: 'Note that it did not take place',
    keep: 'Back to the session',
  },

  history: {
    title: 'History',
    intro: 'What was done to this session. What concerns one person stands on their page.',
    none: 'Nothing is noted.',
    told: 'those registered are told',
    toldPeople: (n: number) => `e-mail to ${people(n)}`,
    marks: (n) => `${n} in all`,
    back: 'Back to the session',
    events: {
      session_created: 'Created',
      session_published: 'Published',
      session_changed: 'Changed',
      session_kept: 'Kept under its minimum',
      session_not_held: 'Did not take place',
      session_cancelled: 'Cancelled',
      note_scheduled: 'Message to those registered',
      note_stopped: 'Message stopped',
      invitation_sent: 'Invitation to partners',
      invitation_stopped: 'Invitation stopped',
      attendance_marked: 'Attendance noted',
      headcount_recorded: 'Headcount',
      sheet_kept: 'Signed sheet filed',
      sheet_scanned: 'Signed sheet added',
      sheet_scan_removed: 'Signed sheet removed',
      check_in_opened: 'Check-in code opened',
      check_in_closed: 'Check-in code closed',
      certificates_issued: 'Certificates issued',
      certificate_mailed: 'Certificate mailed',
      certificate_revoked: 'Certificate revoked',
      survey_opened: 'Survey opened',
      survey_closed: 'Survey closed',
      survey_discarded: 'Survey removed',
      survey_links_sent: 'Survey mailed',
      survey_imported: 'Answers imported',
      speaker_link_made: 'Speaker’s link made',
      speaker_link_ended: 'Speaker’s link ended',
    },
  },

  deletion: {
    title: 'Delete this draft',
    unseen: 'The public never saw this session: nobody will be told.',
    final:
      'The session, its slots and its code disappear for good. The action and its other sessions stay.',
    confirm: 'Delete this draft',
    keep: 'Keep it',
  },

  papers: {
    title: 'To print',
    questionnaire: (moment: string) => `Paper questionnaire (${moment.toLowerCase()})`,
    openQuestionnaire: 'Open a questionnaire',
  },
  copying: {
    title: 'Create a session from this one',
    intro:
      'Everything is taken over, except the date and the people. The new session is a draft, which you can still change before you publish it.',
    date: 'New date',
    dateOfFirst: 'New date of the first day',
    further: (n) =>
      n === 1
        ? 'The other slot keeps its distance and its hours.'
        : `The ${n} other slots keep their distance and their hours.`,
    from: 'From',
    to: 'To',
    undated: 'The date is not set yet',
    every: 'Repeat',
    rhythms: {
      once: 'Just once',
      week: 'Every week, on the same day',
      fortnight: 'Every two weeks, on the same day',
      month: 'Every month, on the same weekday',
    },
    rhythmHints: { month: 'For example the second Thursday; the fifth counts as the last.' },
    times: 'Number of sessions, where it repeats',
    timesHint: 'For example 7 for a cycle of seven.',
    see: 'Continue',
    previewTitle: (n) =>
      n === 1 ? 'One session will be created' : `${n} sessions will be created`,
    previewText: 'Each will have its own page and registrations.',
    confirm: (n) => (n === 1 ? 'Create the session' : `Create the ${n} sessions`),
    back: 'Change the dates',
    problems: {
      date: 'Choose a date.',
      time: 'Type a time, for example 09:00.',
      order: 'The end must come after the start.',
      overlap: 'These hours overlap the next slot.',
      times: 'Type a number from 1 to 12.',
      every: 'Choose a repetition.',
    },
  },
};

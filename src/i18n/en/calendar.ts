/** What calendars show. */
export const calendar = {
  cancelled: (title: string) => `Cancelled: ${title}`,
  dayOf: (title: string, n: number, days: number) => `${title} (${n}/${days})`,
  online: 'By video',
  onlineHow: 'By video: the link is sent to those who are registered.',
  hours: (hours: string[]) => `Hours: ${hours.join(', ')}`,
  forWhom: (target: string) => `For: ${target}`,
  proposedBy: (carriers: string[]) => `Run by ${carriers.join(', ')}`,
  register: (url: string) => `Places and registration: ${url}`,
  reason: (reason: string) => `Reason: ${reason}`,
};

/**
 * Who may do what. An administrator may do everything; an organiser works on the actions that their
 * organisation carries or co-carries; a reader sees figures and reports, and no personal data.
 */
import type { Role } from './schema';

export type Member = { role: Role; organisationId: number | null };

/** Creates actions, and works on those that `mayManage` allows. */
export const mayOrganise = (member: Member) => member.role !== 'reader';

/** The organisation whose actions are an organiser's own; null for those who see all alike. */
export const ownCarrierId = (member: Member) =>
  member.role === 'organiser' ? member.organisationId : null;

/** Accounts, roles and what concerns the whole network. */
export const mayAdminister = (member: Member) => member.role === 'administrator';

/** Works on an action, its sessions and the people registered, given its carriers. */
export function mayManage(member: Member, carrierIds: readonly number[]): boolean {
  if (member.role === 'administrator') return true;
  if (member.role === 'reader' || member.organisationId === null) return false;
  return carrierIds.includes(member.organisationId);
}

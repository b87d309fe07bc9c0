/** What each part of the session's form is given. */
import type { FieldErrors } from '../../ui/fields';
import type { Shell } from '../context';
import type { SessionForm } from './session-form';

export type Part = { shell: Shell; form: SessionForm; errors: FieldErrors };

/** A session of the same action, which can be the other half of a hybrid one. */
export type Sibling = { id: number; label: string };

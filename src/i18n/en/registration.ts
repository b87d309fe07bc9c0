import type { Texts } from '..';

export const registration: Texts['registration'] = {};

import type { Texts } from '..';

export const mail: Texts['mail'] = {};

import type { Texts } from '..';

export const programme: Texts['programme'] = {};

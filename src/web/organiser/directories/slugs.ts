/** The directories as addresses name them. */
import { type Directory, directories } from '../../../domain/catalogue/schema';

export const slugs: Record<Directory, string> = {
  organisations: 'structures',
  professions: 'professions',
  venues: 'lieux',
};

export const directoryOf = (slug: string | undefined): Directory | undefined =>
  directories.find((directory) => slugs[directory] === slug);

/** Logos in a row, each at its own proportions, wherever something is printed. */
import type { Logo } from '../../domain/printing/schema';
import { areMany } from '../../lib/picture';
import { links } from '../../links';

type Props = {
  logos: readonly Logo[];
  /** Asked for when they come into sight or are printed. */
  lazy?: boolean;
};

export const Logos = ({ logos, lazy = false }: Props) =>
  logos.length > 0 && (
    <ul class={areMany(logos.length) ? 'logos many' : 'logos'}>
      {logos.map(({ key, name, width, height }) => (
        <li>
          <img
            src={links.logo(key)}
            alt={name}
            width={width}
            height={height}
            loading={lazy ? 'lazy' : undefined}
          />
        </li>
      ))}
    </ul>
  );

/** At the head of a page of the site that is printed as a document; the screen does without. */
export const DocumentLogos = ({ logos }: { logos: readonly Logo[] }) =>
  logos.length > 0 && (
    <div class="paper-only">
      <link rel="stylesheet" href={links.outreachStylesheet()} />
      <Logos logos={logos} lazy />
    </div>
  );

/** Logos in a row, each at its own proportions, wherever something is printed. */
import type { Logo } from '../../../domain/printing/schema';
import { links } from '../../../links';

export const Logos = ({ logos }: { logos: readonly Logo[] }) =>
  logos.length > 0 && (
    <ul class="logos">
      {logos.map(({ key, name, width, height }) => (
        <li>
          <img src={links.logo(key)} alt={name} width={width} height={height} />
        </li>
      ))}
    </ul>
  );

/** At the head of a page of the site that is printed as a document; the screen leaves them out. */
export const DocumentLogos = ({ logos }: { logos: readonly Logo[] }) =>
  logos.length > 0 && (
    <div class="paper-only">
      <link rel="stylesheet" href={links.outreachStylesheet()} />
      <Logos logos={logos} />
    </div>
  );

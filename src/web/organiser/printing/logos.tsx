/** Logos in a row, each at its own proportions: on posters, and wherever else something is printed. */
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

/** The pictures of a signature and of a stamp, for those who may change them. */
import type { Signature } from '../../../domain/printing/read-signatures';
import type { Texts } from '../../../i18n';
import { links } from '../../../links';

export const SignaturePictures = ({
  t,
  signature: { id, name, pictures },
}: {
  t: Texts;
  signature: Pick<Signature, 'id' | 'name' | 'pictures'>;
}) =>
  pictures.map((kind) => (
    <span class="picture">
      <img src={links.signaturePicture(id, kind)} alt={t.signatures.pictures[kind](name)} />
    </span>
  ));

/** The box to sign on a certificate: who signs, and the pictures of it, drawn once in the page. */
import type { PrintedSignature } from '../../../domain/printing/read-signatures';
import { signaturePictureKinds } from '../../../domain/printing/schema';
import { texts as textsOf } from '../../../i18n';
import { type FilePicture, inOneRow } from '../../../lib/picture';
import type { SaidCertificate } from './say-certificate';

const picturesOf = (signature: PrintedSignature) =>
  signaturePictureKinds.flatMap((kind) => {
    const picture = signature[kind];
    return picture ? [{ ...picture, kind, drawing: `${kind}-${signature.id}` }] : [];
  });

const dataUri = ({ type, bytes }: FilePicture) => `data:${type};base64,${bytes.toBase64()}`;

/** The pictures of all sheets; those that sheets share are in the page once. */
export function SignatureDrawings({
  signatures,
}: {
  signatures: readonly (PrintedSignature | null)[];
}) {
  const distinct = [...new Set(signatures)].flatMap((one) => (one ? picturesOf(one) : []));
  return distinct.length ? (
    <svg class="drawings" width="0" height="0" aria-hidden="true">
      {distinct.map(({ drawing, width, height, ...picture }) => (
        <symbol id={drawing} viewBox={`0 0 ${width} ${height}`}>
          <image width={width} height={height} href={dataUri({ ...picture, width, height })} />
        </symbol>
      ))}
    </svg>
  ) : null;
}

/** Millimetres. */
const room = { width: 76, tall: 24, gap: 3 };
const mm = (length: number) => `${length.toFixed(1)}mm`;

export function SignatureBox({
  said: { texts, locale },
  signature,
}: {
  said: SaidCertificate;
  signature: PrintedSignature | null;
}) {
  const { pictures } = textsOf(locale).signatures;
  return (
    <div class="stamp">
      <p>{texts.signature}</p>
      {signature && (
        <>
          <p class="signatory">
            <strong>{signature.name}</strong>
            <br />
            {signature.role}
          </p>
          <div class="signed">
            {inOneRow(picturesOf(signature), room).map(({ picture, width, height }) => (
              <svg
                width={mm(width)}
                height={mm(height)}
                role="img"
                aria-label={pictures[picture.kind](signature.name)}
              >
                <use href={`#${picture.drawing}`} />
              </svg>
            ))}
          </div>
        </>
      )}
    </div>
  );
}

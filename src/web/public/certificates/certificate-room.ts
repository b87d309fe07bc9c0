/**
 * How large the words of a certificate are set on the page that prints, so that one sheet stays one sheet:
 * the largest of four settings in which all of them have room, estimated from their length on the safe
 * side, since fonts differ from printer to printer. Millimetres; papier.css has the same sizes.
 */
import type { Papers } from '../../../domain/attendance/certificate-papers';
import { inRows, logoBox } from '../../../lib/picture';
import type { SaidCertificate } from './say-certificate';

export const settings = ['', 'dense', 'compact', 'tight'] as const;
export type Setting = (typeof settings)[number];
const scales: Record<Setting, number> = { '': 1, dense: 0.88, compact: 0.77, tight: 0.66 };

export const logoScales = { carriers: 0.9, funders: 0.7 };
/** What the frame holds. */
const room = { width: 164, height: 246 };
const foot = 53;
/** The letters of 11 points. */
const text = 3.9;

export function settingFor(said: SaidCertificate, { carriers, funders }: Papers): Setting {
  const logos = rowsHeight(carriers, logoScales.carriers) + rowsHeight(funders, logoScales.funders);
  const left = room.height - foot - logos - (funders.length ? 7 : 0);
  return settings.find((one) => wordsHeight(said, scales[one]) <= left) ?? 'tight';
}

function rowsHeight(logos: Papers['carriers'], scale: number): number {
  const box = logoBox(logos.length, scale);
  return inRows(logos, { ...box, width: room.width }).length * (box.tall + 4);
}

function wordsHeight({ texts, ...said }: SaidCertificate, scale: number): number {
  const tall = (words: string, size: number, width = room.width) => {
    const letters = Math.floor(width / (size * scale * 0.54));
    const lines = words.split('\n').map((line) => Math.max(1, Math.ceil(line.length / letters)));
    return lines.reduce((sum, n) => sum + n, 0) * size * scale * 1.32;
  };
  const facts = said.facts.map(([, lines]) => tall(lines.join('\n'), text, 118) + 3.2 * scale);
  const parts = [
    tall(said.network, text),
    tall(texts.title, 2.6 * text),
    tall(said.number, text),
    said.isRevoked ? tall(texts.revoked, 1.2 * text) : 0,
    tall(texts.attests(said.network), 1.1 * text),
    tall(said.name, 2.2 * text),
    tall(texts.attended, 1.1 * text),
    tall(said.title, 1.4 * text),
    ...facts,
    tall(said.issuedOn, text),
  ];
  // The margins between them.
  return parts.reduce((sum, height) => sum + height, 42 * scale + (scale === 1 ? 7 : 0));
}

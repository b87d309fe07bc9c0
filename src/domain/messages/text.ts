/** A message as plain text: what some people read, and what every screen reader can. */
import type { Block, Message } from './message';

export function asText(message: Message, footer: string[]): string {
  const body = message.blocks.map(block).join('\n\n');
  return `${body}\n\n-- \n${footer.join('\n')}\n`;
}

function block(b: Block): string {
  switch (b.is) {
    case 'text':
      return b.text;
    case 'button':
      return `${b.link.text}\n${b.link.url}`;
    case 'links':
      return b.links.map((link) => `${link.text}\n${link.detail}\n${link.url}`).join('\n\n');
    case 'facts':
      return b.facts
        .map(({ term, values }) => {
          const lines = values.map((v) => (typeof v === 'string' ? v : `${v.text}\n  ${v.url}`));
          return [term.toUpperCase(), ...lines.map((line) => `  ${line}`)].join('\n');
        })
        .join('\n');
  }
}

/**
 * The one way to the log. Nobody's data goes there: drizzle writes the parameters of a failed query
 * into its message, and a parser quotes what it could not read. So no message is logged but D1's own,
 * which names tables and columns, and that of the settings, which names settings; the rest is the
 * kind of each error, down to its cause, and where in the code it happened.
 */
const frame = /^\s+at .*:\d+:\d+\)?$/;
const notOurs = /node_modules|\(?(?:node|cloudflare|workerd)[\w-]*:/;
const mostFrames = 6;

export function logError(doing: string, error: unknown): void {
  const lines = [doing];
  for (let e = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth++)
    lines.push(sayError(e), ...framesOf(e));
  console.error(lines.join('\n'));
}

/** Its kind, and D1's words without values. */
export function sayError({ name, message }: Error): string {
  if (name === 'SettingsError') return `${name}: ${message}`;
  // A quote is where a message begins to show values.
  const said = /^D1_[A-Z_]+: /.test(message) && message.replace(/["'`«].*$/s, '…');
  return said ? `${name}: ${said}` : name;
}

/** The message stands before the frames, and may hold lines that look like some. */
function framesOf({ stack = '', message }: Error): string[] {
  const after = stack.indexOf(message);
  if (after < 0) return [];
  return stack
    .slice(after + message.length)
    .split('\n')
    .filter((line) => frame.test(line) && !notOurs.test(line))
    .slice(0, mostFrames);
}

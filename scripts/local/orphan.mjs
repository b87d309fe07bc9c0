/**
 * `npm start` puts npm, and sometimes a shell, between the person and the server. When npm is killed
 * without passing the signal on, the server would stay behind and keep its port.
 */
import { readFileSync } from 'node:fs';

/** The name and the parent of a process on Linux; null elsewhere. */
function look(pid) {
  try {
    const [, name, rest] = /^\d+ \((.*)\) \S (\d+)/s.exec(
      readFileSync(`/proc/${pid}/stat`, 'utf8'),
    );
    return { name, parent: Number(rest) };
  } catch {
    return null;
  }
}

/** Calls back once when npm is gone. A server started without npm may outlive its parent. */
export function onOrphaned(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const shell = look(parent);
  const npm = shell && /sh$/.test(shell.name) ? shell.parent : null;
  const timer = setInterval(() => {
    // A look that fails (too many open files) tells nothing: a shell that is gone changes our parent.
    const above = npm === null ? null : look(parent);
    const gone = process.ppid !== parent || (above !== null && above.parent !== npm);
    if (!gone) return;
    clearInterval(timer);
    stop();
  }, 1000);
  timer.unref();
}

/** How much a form may send. What is too large is still taken in, so that its sender reads why. */
import type { Context, Next } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { links } from '../../links';

/** Rendered as the 413 page. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

const kilobyte = 1024;
const refuse = async (c: Context) => {
  await drain(c.req.raw.body);
  throw new TooLarge();
};
const usual = bodyLimit({ maxSize: 256 * kilobyte, onError: refuse });
/** Room for pictures that are somewhat too big: their form tells by how much; for 500 connections. */
const withFile = bodyLimit({ maxSize: 1024 * kilobyte, onError: refuse });
const withTwo = bodyLimit({ maxSize: 2048 * kilobyte, onError: refuse });
/** Room for two or three photographs of a signed sheet: they stand in memory while they are read. */
const withPages = bodyLimit({ maxSize: 24 * 1024 * kilobyte, onError: refuse });
const filePath = new RegExp(`^(${links.logos()}|${links.connections('[^/]+')})$`);
const pagesPath = new RegExp(`^${links.sheetScans('[^/]+')}$`);

/** @throws {TooLarge} */
export const limitBody = (c: Context, next: Next) => limitOf(c.req.path)(c, next);

function limitOf(path: string) {
  if (filePath.test(path)) return withFile;
  if (path === links.signatures()) return withTwo;
  return pagesPath.test(path) ? withPages : usual;
}

/**
 * Many a client reads no answer before it has sent all, and sees a connection that broke instead.
 * A body whose length was not announced is being read already.
 */
async function drain(body: ReadableStream<Uint8Array> | null) {
  if (!body || body.locked) return;
  const reader = body.getReader();
  for (let left = 64 * kilobyte * kilobyte; left > 0; ) {
    const { done, value } = await reader.read();
    if (done) return;
    left -= value.byteLength;
  }
  await reader.cancel();
}

/**
 * The camera of the door's page. The browser's own reader of QR codes where it has one; for the others
 * (Safari, Firefox, a phone without Google's services) a decoder, which is loaded by them alone.
 */
const pause = 150;

export async function hasReader() {
  try {
    return (await BarcodeDetector.getSupportedFormats()).includes('qr_code');
  } catch {
    return false;
  }
}

async function openReader() {
  const { BarcodeDetector: Reader } = (await hasReader())
    ? window
    : await import('./lecteur-qr.js');
  return new Reader({ formats: ['qr_code'] });
}

/** Why there is no picture: 'refused', 'busy', or 'none' where there is no camera (or no https). */
const problems = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/**
 * Shows what the camera sees in `video` and calls `read` with each code in it, again and again, until
 * `stop`; `ended` is called when the phone itself takes the camera away.
 * @returns {Promise<{ problem: string } | { stop(): void, lamp: null | ((on: boolean) => Promise<boolean>) }>}
 */
export async function openCamera(video, { read, ended }) {
  if (!navigator.mediaDevices) return { problem: 'none' };
  let reader;
  try {
    reader = await openReader();
  } catch {
    return { problem: 'unread' };
  }
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    });
  } catch ({ name }) {
    return { problem: problems[name] ?? 'none' };
  }
  const [track] = stream.getVideoTracks();
  let open = true;
  const stop = () => {
    open = false;
    track.stop();
    video.srcObject = null;
  };
  track.addEventListener('ended', () => {
    stop();
    ended();
  });
  video.srcObject = stream;
  await video.play().catch(() => {});
  watch();
  return { stop, lamp: track.getCapabilities?.().torch ? light : null };

  async function watch() {
    while (open) {
      // A frame that is not there yet, or can't be read, is followed by another.
      const codes = await reader.detect(video).catch(() => []);
      if (open) for (const { rawValue } of codes) read(rawValue);
      await new Promise((done) => setTimeout(done, pause));
    }
  }

  /** Whether the lamp did as it was told. */
  async function light(on) {
    try {
      await track.applyConstraints({ advanced: [{ torch: on }] });
      return true;
    } catch {
      return false;
    }
  }
}

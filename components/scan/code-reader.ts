import { Html5QrcodeSupportedFormats } from "html5-qrcode/esm/core";
import { Html5Qrcode } from "html5-qrcode/esm/html5-qrcode";
import { Html5QrcodeScannerState } from "html5-qrcode/esm/state-manager";

/** A camera that looks for QR codes. */
export interface RunningCamera {
  /** Which of the device's cameras it is. */
  readonly cameraId: string | undefined;
  readonly hasTorch: boolean;
  readonly setTorch: (on: boolean) => Promise<void>;
  /** Stands still, and reads nothing, until it goes on. */
  readonly pause: () => void;
  readonly resume: () => void;
  readonly stop: () => Promise<void>;
}

export interface Camera {
  readonly id: string;
  readonly name: string;
}

/** What a code reader is given: QR codes alone, by the browser's own detector where it has one (facts.md). */
const settings = {
  verbose: false,
  formatsToSupport: [Html5QrcodeSupportedFormats.QR_CODE],
  useBarCodeDetectorIfSupported: true,
};

/** How often a second the picture is looked at. */
const fps = 10;

/** Wide enough for a code at arm's length, and quick to read. */
const size = { width: { ideal: 1280 }, height: { ideal: 720 } };

/**
 * The longest sides, in pixels, in which a picture is looked at: more say nothing more of a code and take seconds to
 * read.
 */
const sides = [1_600, 800, 400] as const;
/** Quarter turns in which it is looked at: the library's own decoder misses three clean codes in ten as they stand. */
const turns = [0, 1, 2, 3] as const;

/**
 * Shows the camera in the element, which holds nothing else, and tells every code that it sees. Without an id it is the
 * one that looks away from the reader; one that is gone gives way to that. Rejects as the browser does: `problemOf`
 * says what is wrong.
 */
export async function startCamera(
  elementId: string,
  cameraId: string | undefined,
  onText: (text: string) => void,
): Promise<RunningCamera> {
  const reader = new Html5Qrcode(elementId, settings);
  const outward = { facingMode: "environment" };
  const start = (which: MediaTrackConstraints) =>
    // The first is what the library asks for, the second what the browser is asked for.
    reader.start(outward, { fps, videoConstraints: { ...size, ...which } }, onText, undefined);
  if (cameraId === undefined) await start(outward);
  else await start({ deviceId: { exact: cameraId } }).catch(() => start(outward));
  const torch = reader.getRunningTrackCameraCapabilities().torchFeature();
  return {
    cameraId: reader.getRunningTrackSettings().deviceId,
    hasTorch: torch.isSupported(),
    setTorch: (on) => torch.apply(on),
    pause: () => {
      if (reader.getState() === Html5QrcodeScannerState.SCANNING) reader.pause(true);
    },
    resume: () => {
      if (reader.getState() === Html5QrcodeScannerState.PAUSED) reader.resume();
    },
    stop: async () => {
      await reader.stop();
      reader.clear();
    },
  };
}

/** The device's cameras; their names are told once one was allowed. */
export async function listCameras(): Promise<Camera[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind, deviceId }) => kind === "videoinput" && deviceId !== "")
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
}

/**
 * The QR code in a picture; null where there is none to be read. What is not found in one size and position often is in
 * another. The element holds nothing else, and is not seen.
 */
export async function readPicture(elementId: string, picture: Blob): Promise<string | null> {
  const reader = new Html5Qrcode(elementId, settings);
  try {
    const image = await createImageBitmap(picture);
    const longest = Math.max(image.width, image.height);
    // A picture that is small already is looked at once in its own size.
    for (const side of new Set(sides.map((one) => Math.min(one, longest)))) {
      for (const turn of turns) {
        const look = await drawn(image, side / longest, turn);
        const found = await reader.scanFile(look, false).catch(() => null);
        if (found !== null) return found;
      }
    }
    return null;
  } catch {
    return null;
  } finally {
    reader.clear();
  }
}

async function drawn(image: ImageBitmap, scale: number, turn: number): Promise<File> {
  const [width, height] = [Math.round(image.width * scale), Math.round(image.height * scale)];
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = turn % 2 === 0 ? [width, height] : [height, width];
  const pen = canvas.getContext("2d");
  pen?.translate(canvas.width / 2, canvas.height / 2);
  pen?.rotate((turn * Math.PI) / 2);
  pen?.drawImage(image, -width / 2, -height / 2, width, height);
  const made = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
  return new File(made ? [made] : [], "code.png", { type: "image/png" });
}

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

/** Of a picture, more than so many pixels a side say nothing more of a code, and take seconds to read. */
const longestSide = 1_600;

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

/** The QR code in a picture; null where there is none to be read. The element holds nothing else, and is not seen. */
export async function readPicture(elementId: string, picture: Blob): Promise<string | null> {
  const reader = new Html5Qrcode(elementId, settings);
  try {
    return await reader.scanFile(await smaller(picture), false);
  } catch {
    return null;
  } finally {
    reader.clear();
  }
}

async function smaller(picture: Blob): Promise<File> {
  const image = await createImageBitmap(picture);
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  const made = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
  return new File([made ?? picture], "code.png", { type: "image/png" });
}

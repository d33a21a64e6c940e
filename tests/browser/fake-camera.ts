import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type Browser, type BrowserContext, chromium, devices } from "@playwright/test";
import { toBuffer } from "qrcode";
import sharp from "sharp";

import { ownSite } from "../support/sites";

/** A camera's picture, and how much of it the code takes. */
const [width, height, side] = [640, 480, 420];
/** How a hand holds the code from frame to frame, in degrees; Chromium shows the frames over and over. */
const tilts = [0, 0.6, 1.2, 1.8, 1.2, 0.6, 0, -0.6, -1.2, -0.6];

/**
 * A browser whose camera looks at the QR code of the text, as one that is held before a driver's phone: the video is a
 * file of pictures. Without a text it looks at a white wall. The caller closes it.
 */
export async function browserWithCamera(text: string | null): Promise<Browser> {
  const code = text === null ? null : await toBuffer(text, { width: side, margin: 4 });
  const frames = await Promise.all(tilts.map((tilt) => frameOf(code, tilt)));
  const file = join(await mkdtemp(join(tmpdir(), "baybook-camera-")), "code.mjpeg");
  await writeFile(file, Buffer.concat(frames));
  return chromium.launch({
    executablePath: process.env.BROWSER_PATH,
    args: [
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${file}`,
    ],
  });
}

/** One picture: the code in its middle, tilted by so many degrees, or the wall alone. */
async function frameOf(code: Buffer | null, tilt: number): Promise<Buffer> {
  const background = "white";
  const wall = sharp({ create: { width, height, channels: 3, background } });
  const input = code && (await sharp(code).rotate(tilt, { background }).toBuffer());
  const seen = input ? wall.composite([{ input, gravity: "centre" }]) : wall;
  return seen.jpeg({ quality: 95 }).toBuffer();
}

export const phoneSize = { width: 390, height: 844 };

/** A phone in that browser, which may use its camera. */
export async function phoneOf(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    ...devices["Pixel 7"],
    viewport: phoneSize,
    baseURL: ownSite()?.url,
  });
  await context.grantPermissions(["camera"]);
  return context;
}

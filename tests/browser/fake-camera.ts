import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type Browser, type BrowserContext, chromium, devices } from "@playwright/test";
import { toBuffer } from "qrcode";
import sharp from "sharp";

import { ownSite } from "../support/sites";

/** A camera's picture, and how much of it the code takes. */
const [width, height, side] = [640, 480, 420];
/** Chromium shows the frames over and over. */
const frames = 10;

/**
 * A browser whose camera looks at the QR code of the text, as one that is held before a driver's phone: the video is a
 * file of pictures. Without a text it looks at a white wall. The caller closes it.
 */
export async function browserWithCamera(text: string | null): Promise<Browser> {
  const wall = sharp({ create: { width, height, channels: 3, background: "white" } });
  const code = text !== null && (await toBuffer(text, { width: side, margin: 4 }));
  const seen = code ? wall.composite([{ input: code, gravity: "centre" }]) : wall;
  const frame = await seen.jpeg({ quality: 95 }).toBuffer();
  const file = join(await mkdtemp(join(tmpdir(), "baybook-camera-")), "code.mjpeg");
  await writeFile(file, Buffer.concat(Array.from({ length: frames }, () => frame)));
  return chromium.launch({
    executablePath: process.env.BROWSER_PATH,
    args: [
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${file}`,
    ],
  });
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

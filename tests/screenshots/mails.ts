import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";

import { chromium } from "@playwright/test";

import { renderLetter } from "@/lib/process/render-letter";

import { sampleMails } from "../support/sample-mails";

/** Writes a picture of every mail to `screenshots/mails/`, on a narrow phone and a desk, light and dark. */
async function drawAll(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: process.env.BROWSER_PATH });
  for (const width of [320, 640]) {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await browser.newPage({ viewport: { width, height: 600 }, colorScheme });
      for (const [name, letter] of sampleMails()) {
        await page.setContent(await renderLetter(letter));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) throw new Error(`${name} is ${wide} px wide where ${width} are there.`);
        const path = join(folder, `${name}-${width}-${colorScheme}.png`);
        await page.screenshot({ path, fullPage: true });
      }
      await page.close();
    }
  }
  await browser.close();
}

await drawAll(resolve("screenshots/mails"));

import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { chromium, type Page } from "@playwright/test";

import { composeReceipt } from "@/lib/charging/sessions/compose-receipt";
import { readerOf, type Reader } from "@/lib/charging/sessions/describe-receipt";
import { drawReceipt } from "@/lib/charging/sessions/draw-receipt";
import { typefaces } from "@/lib/core/documents/typeface";

import { sampleReceipt } from "../support/sample-receipt";
import { namesByScript } from "../support/scripts-of-the-world";

/** Languages that run from right to left see the page the other way round, whether or not we have one yet. */
const turned: Reader = { ...readerOf("en"), direction: "rtl" };
const readers: Readonly<Record<string, Reader>> = {
  arabic: turned,
  hebrew: turned,
};

const links = { pdf: "#", back: "#" };

/** Writes a receipt of every script to `screenshots/receipts/`, as PDF and as page, each with its picture. */
async function drawAll(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: process.env.BROWSER_PATH });
  const page = await browser.newPage({ viewport: { width: 760, height: 980 } });
  for (const [script, names] of Object.entries(namesByScript)) {
    const receipt = sampleReceipt(names);
    const versions = { [script]: readerOf("en"), ...turnedVersion(script) };
    for (const [name, reader] of Object.entries(versions)) {
      const file = join(folder, name);
      writeFileSync(`${file}.pdf`, await drawReceipt(receipt, reader));
      pictureOfPdf(file);
      await pictureOfPage(page, file, composeReceipt(receipt, reader, links));
    }
  }
  await browser.close();
}

const turnedVersion = (script: string): Readonly<Record<string, Reader>> => {
  const reader = readers[script];
  return reader ? { [`${script}-turned`]: reader } : {};
};

function pictureOfPdf(file: string): void {
  const args = ["-r", "110", "-png", "-singlefile", `${file}.pdf`, `${file}-pdf`];
  const { error } = spawnSync("pdftoppm", args, { stdio: "ignore" });
  if (error) throw new Error("pdftoppm is not installed (Debian: poppler-utils).");
}

/** With our fonts, because few machines have those of all scripts; a reader's has theirs. */
async function pictureOfPage(page: Page, file: string, html: string): Promise<void> {
  writeFileSync(`${file}.html`, html);
  await page.goto(pathToFileURL(`${file}.html`).href);
  await page.addStyleTag({ content: fontStyle() });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${file}-page.png` });
  rmSync(`${file}.html`);
}

function fontStyle(): string {
  const families = Object.entries(typefaces).map(([name, { package: home, files }]) => {
    const source = pathToFileURL(resolve("node_modules", home, files.regular)).href;
    return {
      name: `look-${name}`,
      face: `@font-face{font-family:"look-${name}";src:url("${source}")}`,
    };
  });
  const list = families.map(({ name }) => `"${name}"`).join(",");
  return `${families.map(({ face }) => face).join("\n")}\nbody{font-family:${list}!important}`;
}

await drawAll(resolve("screenshots/receipts"));

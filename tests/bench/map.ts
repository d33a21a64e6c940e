import { chromium, devices, type CDPSession, type Page } from "@playwright/test";

import { stationsCsv } from "@/db/seed/data";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { importStations } from "@/lib/sites/stations";
import { findBrowser } from "@/scripts/parts/browser";

import { startServer } from "../support/server";
import { testConfig } from "../support/world";
import { type Figure, percentile } from "./figures";

const bench = "the finder's map, 4,736 stations";

/** Where the map opens, all of whose stations are on it. */
const places = {
  "New York State, in clusters": "",
  "Manhattan, its streets": "&near=40.75,-73.98&radius=2",
  "around Manhattan": "&near=40.75,-73.98&radius=25",
};
/** How often, how far in pixels, and how fast in pixels a second a finger pans: to and fro. */
const pan = { times: 8, pixels: 240, speed: 600 };
/** Of a frame that came in time, in milliseconds, with some air for the clock. */
const inTimeMs = 18;

/**
 * How many frames a second a phone shows while a finger pans the map, its processor four times slower than this
 * machine's. `npm run build` first. Without a graphics card the processor draws the pictures as well.
 */
export async function map(): Promise<Figure[]> {
  const server = await startServer({ worker: false, env: { TILE_URL: "http://127.0.0.1:9/{z}" } });
  const browser = await chromium.launch({ executablePath: findBrowser() });
  try {
    const actor = jobActor("import");
    const ctx = makeContext({ db: server.db, actor, config: testConfig });
    await importStations(ctx, { source: Buffer.from(stationsCsv()) });
    const figures: Figure[] = [];
    for (const [what, params] of Object.entries(places)) {
      const context = await browser.newContext({ ...devices["Pixel 7"], baseURL: server.url });
      figures.push(figureOf(what, await framesOf(await context.newPage(), params)));
      await context.close();
    }
    return figures;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** The milliseconds between the frames while the map is panned. */
async function framesOf(page: Page, params: string): Promise<number[]> {
  const devtools = await page.context().newCDPSession(page);
  await page.goto(`/?others=true${params}`);
  await page.getByText("Map", { exact: true }).click();
  await page.locator(".leaflet-marker-pane [role=button]").first().waitFor();
  await page.waitForLoadState("networkidle");
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.evaluate(() => {
    const times: number[] = [];
    const count = (now: number) => {
      times.push(now);
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    Object.assign(window, { frameTimes: times });
  });
  const took: number[] = [];
  for (let turn = 0; turn < pan.times; turn += 1) {
    const from = await page.evaluate(() => performance.now());
    await panOnce(devtools, page, turn % 2 === 0 ? pan.pixels : -pan.pixels);
    took.push(
      ...(await page.evaluate((from) => {
        const { frameTimes } = window as unknown as { frameTimes: number[] };
        const during = frameTimes.filter((time) => time >= from);
        return during.slice(1).map((time, index) => time - (during[index] ?? time));
      }, from)),
    );
  }
  return took;
}

async function panOnce(devtools: CDPSession, page: Page, xDistance: number): Promise<void> {
  const box = await page.locator(".leaflet-container").boundingBox();
  if (!box) throw new Error("There is no map.");
  await devtools.send("Input.synthesizeScrollGesture", {
    x: Math.round(box.x + box.width / 2),
    y: Math.round(box.y + box.height / 2),
    xDistance,
    speed: pan.speed,
    gestureSourceType: "touch",
    preventFling: true,
  });
}

function figureOf(what: string, took: readonly number[]): Figure {
  const sorted = took.toSorted((one, other) => one - other);
  const seconds = took.reduce((sum, ms) => sum + ms, 0) / 1_000;
  const perSecond = took.length / seconds;
  const late = took.filter((ms) => ms > inTimeMs).length;
  const worst = percentile(sorted, 0.99).toFixed(0);
  return {
    bench,
    what: `${what}: panned on a phone with a processor 4 times slower`,
    figure: `${perSecond.toFixed(0)} frames a second, ${late} of ${took.length} late, p99 ${worst} ms`,
    reach: "60 frames a second",
    reached: perSecond >= 59,
  };
}

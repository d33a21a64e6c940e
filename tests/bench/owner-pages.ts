import { type Browser, chromium, type Page } from "@playwright/test";

import { findBrowser } from "@/scripts/parts/browser";

import { demoPassword, people } from "../browser/people";
import { loadedScript } from "../browser/script-size";
import { startServer } from "../support/server";
import { demoTemplate } from "./demo-template";
import { type Figure, percentile } from "./figures";
import { signIn } from "./sign-in";

const bench = "pages on a phone, slow 4G, a quarter of the CPU";
/** Of each page; the worst of them is told, too. */
const loads = 2;

/** Lighthouse's slow 4G: what a phone has at the edge of a car park. */
const slow4g = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** What a browser says of a paint, and of a shift. */
interface Entry {
  readonly startTime: number;
  readonly value: number;
  readonly hadRecentInput: boolean;
}

interface Look {
  readonly lcpMs: number;
  readonly shift: number;
  readonly scriptBytes: number;
}

/**
 * What an owner's phone sees first, and when (quality.md, Performance, pages): each page opened with nothing kept, from
 * the production build with the demo's data.
 */
export async function ownerPages(): Promise<Figure[]> {
  const template = await demoTemplate();
  const server = await startServer({ template, env: { BAYBOOK_DEMO: "1" } });
  const browser = await chromium.launch({ executablePath: findBrowser() });
  try {
    const cookies = await cookiesOf(browser, server.url);
    const figures: Figure[] = [];
    for (const [name, path] of await pagesOf(server.url)) {
      const looks: Look[] = [];
      for (let turn = 0; turn < loads; turn += 1) {
        const context = await browser.newContext({ ...phone, baseURL: server.url });
        await context.addCookies(cookies);
        looks.push(await look(await context.newPage(), path));
        await context.close();
      }
      figures.push(figureOf(name, looks));
    }
    return figures;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** The owner's own pages, and those that lead to a booking. */
async function pagesOf(url: string): Promise<[string, string][]> {
  const ask = async <T>(path: string, headers: Readonly<Record<string, string>> = {}) =>
    ((await (await fetch(`${url}/api/v1${path}`, { headers })).json()) as { data: T }).data;
  const login = await fetch(`${url}/api/v1/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username: people.owner.email, password: demoPassword }),
  });
  const { accessToken } = ((await login.json()) as { data: { accessToken: string } }).data;
  const [booking] = await ask<{ id: string }[]>("/bookings?view=upcoming", {
    authorization: `Bearer ${accessToken}`,
  });
  const near = await ask<{ id: string; availability: { freeCapacity: number }[] }[]>(
    "/stations?near=40.75,-73.98&radius=100&limit=100",
  );
  const station = near.find(({ availability }) => availability.some((day) => day.freeCapacity > 0));
  const { slots } = await ask<{ slots: { startsAt: string; remaining: number }[] }>(
    `/stations/${station?.id}`,
  );
  const slot = slots.filter(({ remaining }) => remaining > 0).at(-1);
  return [
    ["the map of stations", "/"],
    ["the driver's home", "/owner"],
    ["a station", `/stations/${station?.id}`],
    ["confirming a booking", `/stations/${station?.id}/book?startsAt=${slot?.startsAt}`],
    ["my bookings", "/owner/bookings"],
    ...(booking ? [["a booking", `/owner/bookings/${booking.id}`] as [string, string]] : []),
    ["my codes", "/owner/qr"],
  ];
}

async function cookiesOf(browser: Browser, url: string) {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await signIn(page, "owner");
  const { cookies } = await context.storageState();
  await context.close();
  return cookies;
}

/** Opens a page on the slow phone and waits until nothing larger can come. */
async function look(page: Page, path: string): Promise<Look> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", slow4g);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(path, { waitUntil: "load" });
  const scriptBytes = await loadedScript(page);
  await page.waitForTimeout(2_000);
  const [painted, shifts] = await page.evaluate(() =>
    Promise.all(
      // Nothing here has a name: what is named is not known in the browser.
      ["largest-contentful-paint", "layout-shift"].map(
        (type) =>
          new Promise<Entry[]>((resolve) => {
            new PerformanceObserver((list) =>
              resolve(list.getEntries().map((one) => one.toJSON())),
            ).observe({
              type,
              buffered: true,
            });
            setTimeout(() => resolve([]), 500);
          }),
      ),
    ),
  );
  return {
    lcpMs: painted?.at(-1)?.startTime ?? Number.NaN,
    shift: (shifts ?? []).reduce((sum, one) => sum + (one.hadRecentInput ? 0 : one.value), 0),
    scriptBytes,
  };
}

function figureOf(name: string, looks: readonly Look[]): Figure {
  const sorted = looks.map(({ lcpMs }) => lcpMs).toSorted((one, other) => one - other);
  const [median, worst] = [percentile(sorted, 0.5), sorted.at(-1) ?? Number.NaN];
  const bytes = Math.max(...looks.map(({ scriptBytes }) => scriptBytes));
  const shift = Math.max(...looks.map((one) => one.shift));
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;
  return {
    bench,
    what: name,
    figure: `largest paint after ${seconds(median)} (worst of ${loads}: ${seconds(worst)}), ${(bytes / 1_000).toFixed(1)} kB of script, shift ${shift.toFixed(3)}`,
    reach: "≤ 2.5 s, ≤ 170 kB, ≤ 0.05",
    reached: median <= 2_500 && bytes <= 170_000 && shift <= 0.05,
  };
}

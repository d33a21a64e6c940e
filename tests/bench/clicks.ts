import { type Browser, chromium, type Locator, type Page } from "@playwright/test";

import { seedDemo } from "@/db/seed";
import { calendarDay } from "@/lib/core/calendar";
import { findBrowser } from "@/scripts/parts/browser";

import { demoPassword, people } from "../browser/people";
import { createTestDatabase } from "../support/cluster";
import { startServer, testEnvironment } from "../support/server";
import { type Figure, median } from "./figures";
import { signIn } from "./sign-in";

const bench = "from a click to what it did, in an office's browser";
/** As often as each is done. */
const times = 7;
/** Processors, as many times slower than this machine's own. */
const rates = [1, 4] as const;

/** What is done, and the most it may take in milliseconds at each of `rates`: what it took when it was first walked. */
interface Deed {
  readonly what: string;
  readonly most: Readonly<Record<(typeof rates)[number], number>>;
  readonly path: string;
  /** Makes the next one ready, and answers what to do and what is to be seen then. */
  readonly next: (page: Page, site: Site) => Promise<readonly [() => Promise<void>, Locator]>;
}

const deeds: readonly Deed[] = [
  {
    what: "a request is approved",
    most: { 1: 300, 4: 760 },
    path: "/backoffice/bookings?view=waiting",
    next: async (page) => {
      const first = page.getByRole("button", { name: /^Approve BK/ }).first();
      const number = (await first.getAttribute("aria-label"))?.replace("Approve ", "");
      // The list may have another first by the time of the press.
      const approve = page.getByRole("button", { name: `Approve ${number}`, exact: true });
      const undo = page.getByRole("button", { name: `Undo the approval of ${number}` });
      return [() => approve.click(), undo];
    },
  },
  {
    what: "the palette listens",
    most: { 1: 300, 4: 500 },
    path: "/backoffice",
    next: async (page) => {
      await page.reload({ waitUntil: "load" });
      await page.waitForTimeout(2_000);
      const field = page.getByRole("combobox", { name: "Search and go to" });
      return [() => page.keyboard.press("Control+k"), field.and(page.locator(":focus"))];
    },
  },
  {
    what: "a booking is moved out of a conflict",
    most: { 1: 280, 4: 1_120 },
    path: "/backoffice/conflicts",
    next: async (page, { makeConflict }) => {
      const station = await makeConflict();
      await page.goto(`/backoffice/conflicts?station=${station}`);
      const nearby = page.waitForResponse(/\/api\/v1\/stations\?/);
      await page.getByRole("button", { name: "Move" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Reason").fill("Closed for works.");
      // Whoever writes a reason takes longer than the window does to lay out its times and to ask what is free nearby.
      await dialog.getByRole("radiogroup", { name: "New time" }).waitFor();
      await (await nearby).finished();
      return [
        () => dialog.getByRole("button", { name: "Move" }).click(),
        page.getByText(" was moved."),
      ];
    },
  },
];

/**
 * How long after a click its result is to be seen, on this machine and on processors four times slower: no longer than
 * it took before what people stumbled over was mended (docs/comparison.md).
 */
export async function clicks(): Promise<Figure[]> {
  const template = await createTestDatabase();
  const env = { ...testEnvironment(template, "http://localhost"), BAYBOOK_DEMO: "1" };
  await seedDemo({ databaseUrl: template, env, log: () => {} });
  const server = await startServer({ template, env: { BAYBOOK_DEMO: "1" } });
  const makeConflict = await conflictsAt(server.url);
  const browser = await chromium.launch({ executablePath: findBrowser() });
  try {
    const figures: Figure[] = [];
    for (const deed of deeds) {
      for (const rate of rates)
        figures.push(await figureOf(browser, { url: server.url, makeConflict }, deed, rate));
    }
    return figures;
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function figureOf(
  browser: Browser,
  site: Site,
  { what, most, path, next }: Deed,
  rate: (typeof rates)[number],
): Promise<Figure> {
  const page = await browser.newPage({ baseURL: site.url, viewport: { width: 1440, height: 900 } });
  await signIn(page, "backoffice");
  await page.goto(path);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate });
  const took: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const [act, seen] = await next(page, site);
    const began = performance.now();
    await act();
    await seen.first().waitFor();
    took.push(performance.now() - began);
  }
  await page.context().close();
  const middle = median(took);
  return {
    bench,
    what: rate === 1 ? what : `${what}, on a processor ${rate} times slower`,
    figure: `p50 ${middle.toFixed(0)} ms, ${Math.min(...took).toFixed(0)} to ${Math.max(...took).toFixed(0)} ms`,
    reach: `≤ ${most[rate]} ms`,
    reached: middle <= most[rate],
  };
}

/** Where it is done. */
interface Site {
  readonly url: string;
  /** Books once at a station of its own and closes that on the day; answers the station. */
  readonly makeConflict: () => Promise<string>;
}

async function conflictsAt(url: string): Promise<Site["makeConflict"]> {
  const office = await apiOf(url, people.backoffice.email);
  const timeZone = "America/New_York";
  const open = [{ start: "00:00", end: "24:00" }];
  const weekly = { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open };
  return async () => {
    // One's own bookings may not overlap, the moved ones neither.
    const owner = await newOwner(url);
    const { id } = await office<{ id: string }>("POST", "/stations", {
      name: `Works Yard ${crypto.randomUUID().slice(0, 8)}`,
      address: "1 Test Street, New York",
      location: { lat: 40.7, lng: -73.95 },
      type: "DC",
      connectors: 2,
      timeZone,
      pricing: { mode: "Flat", currency: "USD", fee: "5.00", taxPercent: 0 },
    });
    await office("PUT", `/stations/${id}/schedule`, { weekly });
    const { slots } = await office<{ slots: { startsAt: string; endsAt: string }[] }>(
      "GET",
      `/stations/${id}`,
    );
    const { startsAt = "", endsAt = "" } = slots[30] ?? {};
    await owner("POST", "/bookings", { stationId: id, startsAt, endsAt });
    const exceptions = [{ date: calendarDay(new Date(startsAt), timeZone), closed: true }];
    await office("PUT", `/stations/${id}/schedule`, { weekly, exceptions });
    return id;
  };
}

type Api = <T>(method: string, path: string, body?: unknown) => Promise<T>;

const headers = { "content-type": "application/json" };

async function newOwner(url: string): Promise<Api> {
  const nic = String(Math.floor(Math.random() * 1e12)).padStart(12, "6");
  const email = `${nic}@example.test`;
  const person = { nic, name: "Dora Driver", email, phone: `+9475${nic.slice(-7)}` };
  const body = JSON.stringify({ ...person, password: demoPassword });
  await fetch(`${url}/api/v1/owners`, { method: "POST", headers, body });
  return apiOf(url, nic);
}

async function apiOf(url: string, username: string): Promise<Api> {
  const login = await fetch(`${url}/api/v1/auth/login`, {
    method: "POST",
    headers,
    body: JSON.stringify({ username, password: demoPassword }),
  });
  const { data } = (await login.json()) as { data: { accessToken: string } };
  return async <T>(method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...headers,
        authorization: `Bearer ${data.accessToken}`,
        "idempotency-key": crypto.randomUUID(),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (JSON.parse(text) as { data: T }).data;
  };
}

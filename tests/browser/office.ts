import { expect, type Locator, type Page } from "@playwright/test";

import { ownSite } from "../support/sites";
import { demoPassword, people } from "./people";

/** The window that is open; what is said in passing is none. */
export const openDialog = (page: Page) => page.locator("[role=dialog][data-open]");

/** Goes there with Tab alone, as people without a pointer do. */
export async function tabTo(page: Page, target: Locator): Promise<number> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 250; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return presses;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${target.toString()}`);
}

/** Calls come from the site, whether or not the page is signed in. */
const origin = new URL(ownSite()?.url ?? "http://localhost:3000").origin;

/** A server may close a connection that was idle for five seconds just when it is used again. */
const maxRetries = 2;

/** The API as one person uses it. */
export interface Client {
  get<T>(path: string): Promise<T>;
  send<T>(method: "POST" | "PUT", path: string, body: unknown): Promise<T>;
}

/** Signs in to the API alone, without the browser's cookies; each person once in a worker. */
export async function clientOf(
  page: Page,
  username: string,
  password = demoPassword,
): Promise<Client> {
  // A new password is a new login: older tokens stop.
  const login = `${username} ${password}`;
  const token = tokens.get(login) ?? logIn(page, username, password);
  tokens.set(login, token);
  const accessToken = await token;
  const headers = () => ({
    authorization: `Bearer ${accessToken}`,
    "idempotency-key": crypto.randomUUID(),
  });
  const read = async (answer: Awaited<ReturnType<Page["request"]["get"]>>) => {
    const body = (await answer.json()) as { data: never };
    expect(answer.ok(), JSON.stringify(body)).toBe(true);
    return body.data;
  };
  return {
    get: async (path) =>
      read(await page.request.get(`/api/v1${path}`, { headers: headers(), maxRetries })),
    send: async (method, path, data) =>
      read(
        await page.request.fetch(`/api/v1${path}`, {
          method,
          headers: headers(),
          data,
          maxRetries,
        }),
      ),
  };
}

const tokens = new Map<string, Promise<string>>();

async function logIn(page: Page, username: string, password: string): Promise<string> {
  const login = await page.request.post("/api/v1/auth/login", {
    data: { username, password },
    headers: { origin },
    maxRetries,
  });
  return ((await login.json()) as { data: { accessToken: string } }).data.accessToken;
}

/** The demo's office, over the API. */
export const office = (page: Page) => clientOf(page, people.backoffice.email);

interface Slot {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly remaining: number;
}

/** A station of the test's own, open at all hours, with two places; `more` is told of it besides. */
export async function ownStation(
  page: Page,
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ id: string; name: string; slots: Slot[] }> {
  const api = await office(page);
  const name = `Test Yard ${crypto.randomUUID().slice(0, 8)}`;
  const { id } = await api.send<{ id: string }>("POST", "/stations", {
    name,
    address: "1 Test Street, New York",
    location: { lat: 40.7, lng: -73.95 },
    type: "DC",
    connectors: 2,
    timeZone: "America/New_York",
    pricing: { mode: "Flat", currency: "USD", fee: "5.00", taxPercent: 0 },
    ...more,
  });
  const day = [{ start: "00:00", end: "24:00" }];
  const weekly = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
  await api.send("PUT", `/stations/${id}/schedule`, { weekly });
  const { slots } = await api.get<{ slots: Slot[] }>(`/stations/${id}`);
  return { id, name, slots };
}

/**
 * The slot of a station that begins next, or one of those after it. One that begins in a moment is waited for and
 * passed over: on a slow machine it would have begun before the test has looked at it, and is no longer to come.
 */
export async function nextSlot(
  { slots }: { readonly slots: readonly Slot[] },
  after = 0,
): Promise<Slot> {
  const left = ({ startsAt }: Slot) => Date.parse(startsAt) - Date.now();
  const coming = () => slots.filter((slot) => left(slot) > 0);
  const [first] = coming();
  if (first && left(first) < 20_000) {
    await new Promise((resolve) => setTimeout(resolve, left(first) + 100));
  }
  const slot = coming()[after];
  if (!slot) throw new Error("The station has no such slot.");
  return slot;
}

/** A booking of a fresh owner at the station, in one of its slots; `asks` is what the car needs. */
export async function bookAt(
  page: Page,
  stationId: string,
  slot: Slot,
  asks: Readonly<Record<string, unknown>> = {},
): Promise<{ id: string; number: string; owner: string; nic: string }> {
  const nic = String(Math.floor(Math.random() * 1e12)).padStart(12, "5");
  const owner = `Dora ${nic.slice(-6)}`;
  const answer = await page.request.post("/api/v1/owners", {
    headers: { origin },
    data: {
      nic,
      name: owner,
      email: `${nic}@example.test`,
      phone: `+9475${nic.slice(-7)}`,
      password: demoPassword,
    },
  });
  expect(answer.status()).toBe(201);
  const api = await clientOf(page, nic);
  const { startsAt, endsAt } = slot;
  const made = await api.send<{ id: string; number: string }>("POST", "/bookings", {
    stationId,
    startsAt,
    endsAt,
    ...asks,
  });
  return { id: made.id, number: made.number, owner, nic };
}

/** An own station with so many bookings to come that wait, and the page that lists them. */
export async function waitingBookings(page: Page, count: number) {
  const station = await ownStation(page);
  const made = [];
  for (const slot of station.slots.slice(30, 30 + count)) {
    made.push(await bookAt(page, station.id, slot));
  }
  return { list: `/backoffice/bookings?view=waiting&stationId=${station.id}`, made };
}

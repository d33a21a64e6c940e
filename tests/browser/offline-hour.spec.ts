import { type BrowserContext, expect, type Page, test } from "@playwright/test";

import { startServer, type TestServer } from "../support/server";
import { phoneSize } from "./fake-camera";
import { untilKept } from "./gate";
import { bookAt, clientOf, nextSlot } from "./office";
import { demoPassword } from "./people";

const minute = 60_000;

interface Station {
  readonly id: string;
  readonly businessId: string;
  readonly slots: readonly { startsAt: string; endsAt: string; remaining: number }[];
}

/** A station with five connectors, open at all hours, of a business of the test's own. */
async function openStation(desk: Page, { admin }: TestServer): Promise<Station> {
  const api = await clientOf(desk, admin.email, admin.password);
  const { id: businessId } = await api.send<{ id: string }>("POST", "/businesses", {
    businessName: "Hour Yards",
    contact: { name: "Olga Office", email: "olga@example.test", phone: "+12125550100" },
    billing: { address: "1 Broadway, New York", taxId: "12-3456789" },
    timeZone: "America/New_York",
  });
  await api.send("PUT", `/businesses/${businessId}/approve`, {});
  const { id } = await api.send<{ id: string }>("POST", "/stations", {
    businessId,
    name: "Hour Yard",
    address: "1 Test Street, New York",
    location: { lat: 40.7, lng: -73.95 },
    type: "DC",
    connectors: 5,
    timeZone: "America/New_York",
    defaultSlotMinutes: 15,
    approval: "Auto",
    pricing: { mode: "Energy", currency: "USD", perKwh: "0.40", perHour: "5.00", taxPercent: 0 },
  });
  const day = [{ start: "00:00", end: "24:00" }];
  const weekly = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
  await api.send("PUT", `/stations/${id}/schedule`, { weekly });
  const { slots } = await api.get<Pick<Station, "slots">>(`/stations/${id}`);
  return { id, businessId, slots };
}

/** An operator of the station with a password of their own. */
async function operatorOf(desk: Page, { admin }: TestServer, station: Station, name: string) {
  const api = await clientOf(desk, admin.email, admin.password);
  const email = `${name.toLowerCase()}-${crypto.randomUUID()}@example.test`;
  const given = "first day 42 hudson";
  const { id: stationId, businessId } = station;
  await api.send("POST", "/operators", {
    businessId,
    email,
    name,
    phone: "+12125550123",
    password: given,
    stationIds: [stationId],
  });
  const own = await clientOf(desk, email, given);
  const changed = { currentPassword: given, newPassword: demoPassword };
  await own.send("PUT", "/auth/change-password", changed);
  return email;
}

async function bookingAt(desk: Page, station: Station) {
  const slot = await nextSlot(station);
  const booking = await bookAt(desk, station.id, slot);
  const driver = await clientOf(desk, booking.nic);
  const { code } = await driver.get<{ code: string }>(`/bookings/${booking.id}/qr`);
  return { ...booking, code };
}

/** Signs in, and waits until what opens without network is kept. */
async function signInOn(context: BrowserContext, email: string): Promise<Page> {
  const phone = await context.newPage();
  await phone.goto("/login");
  await phone.getByLabel("Email, identity number or phone").fill(email);
  await phone.getByLabel("Password", { exact: true }).fill(demoPassword);
  await phone.getByRole("button", { name: "Sign in" }).click();
  await phone.waitForURL("**/operator");
  await untilKept(phone);
  return phone;
}

async function checkIn(phone: Page, code: string, connector: number): Promise<void> {
  await phone.goto("/operator/scan");
  await phone.getByLabel("Code", { exact: true }).fill(code);
  await phone.getByRole("button", { name: "Check", exact: true }).click();
  await phone
    .getByRole("button", { name: new RegExp(`^Check in on (connector )?${connector}$`) })
    .click();
  await expect(phone.getByRole("heading", { name: "Kept on this phone" })).toBeVisible();
}

async function finish(phone: Page, bookingId: string, kWh: string): Promise<void> {
  await phone.goto(`/operator/session?booking=${bookingId}#finish`);
  await phone.getByLabel("Energy, kWh").fill(kWh);
  await phone.getByRole("button", { name: /^Finish/ }).click();
}

test("an hour without network: ten acts sent in their order, two of them refused and both explained", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const server = await startServer();
  const atServer = (options = {}) => browser.newContext({ baseURL: server.url, ...options });
  try {
    const desk = await (await atServer()).newPage();
    const station = await openStation(desk, server);
    const [a, b, c, d] = [
      await bookingAt(desk, station),
      await bookingAt(desk, station),
      await bookingAt(desk, station),
      await bookingAt(desk, station),
    ];
    const mine = await operatorOf(desk, server, station, "Omar");
    const others = await operatorOf(desk, server, station, "Ona");
    const context = await atServer({ viewport: phoneSize });
    await context.clock.install();
    const phone = await signInOn(context, mine);
    const sent: { key: string; what: string }[] = [];
    context.on("request", (request) => {
      const key = request.headers()["idempotency-key"];
      if (key) sent.push({ key, what: `${request.method()} ${new URL(request.url()).pathname}` });
    });
    const began = Date.now();
    await context.setOffline(true);
    const wait = () => context.clock.fastForward(6 * minute);

    // Meanwhile, where there is network.
    const admin = await clientOf(desk, server.admin.email, server.admin.password);
    await admin.send("PUT", `/bookings/${b.id}/cancel`, { reason: "The power is out." });
    const ona = await clientOf(desk, others, demoPassword);
    // On the one connector that this phone will not use.
    const { connectors } = await ona.get<{ connectors: { id: string; number: number }[] }>(
      `/stations/${station.id}`,
    );
    const connectorId = connectors.find(({ number }) => number === 5)?.id;
    await ona.send("POST", "/sessions/checkin", { code: d.code, connectorId });

    await checkIn(phone, a.code, 1);
    await wait();
    await checkIn(phone, b.code, 2);
    await checkIn(phone, c.code, 3);
    await wait();
    await checkIn(phone, d.code, 4);
    await wait();
    await phone.goto(`/operator/session?booking=${a.id}`);
    await phone.getByLabel("Add a note").fill("Cable was wet.");
    await phone.getByRole("button", { name: "Add note" }).click();
    await expect(phone.getByText("Cable was wet.")).toBeVisible();
    await wait();
    await phone.getByRole("button", { name: "Pause" }).click();
    await expect(phone.getByText(/^Paused since/)).toBeVisible();
    await wait();
    await phone.getByRole("button", { name: "Resume" }).click();
    await wait();
    await phone.goto(`/operator/session?booking=${c.id}`);
    await phone.getByLabel("Add a note").fill("Left the keys.");
    await phone.getByRole("button", { name: "Add note" }).click();
    await expect(phone.getByText("Left the keys.")).toBeVisible();
    await wait();
    await finish(phone, a.id, "1.5");
    await wait();
    await wait();
    await finish(phone, c.id, "2");
    await wait();
    const hour = 9 * 6 * minute;

    await phone.goto("/operator");
    await expect(phone.getByText("10 things not sent yet")).toBeVisible();
    const clock = await desk.request.put("/api/test/clock", {
      data: { now: new Date(began + hour + (Date.now() - began)).toISOString() },
    });
    expect(clock.ok()).toBe(true);
    await context.setOffline(false);

    await expect(phone.getByText(`Check-in of ${b.number} was not done`)).toBeVisible({
      timeout: 60_000,
    });
    await expect(phone.getByText(`Check-in of ${d.number} was not done`)).toBeVisible();
    const refused = phone.getByRole("alert");
    await expect(refused.filter({ hasText: b.number })).toContainText(/cancel/i);
    await expect(refused.filter({ hasText: d.number })).toContainText(/Ona/);

    const keys = () => new Set(sent.map(({ key }) => key)).size;
    await expect.poll(keys, { timeout: 60_000 }).toBe(10);
    const asked = sent.filter(({ what }) => what.endsWith("/checkin"));
    expect(new Set(asked.map(({ key }) => key)).size).toBe(4);
    const again = await clientOf(desk, mine, demoPassword);
    for (const [booking, kWh, after, end] of [
      [a, 1.5, 0, 42],
      [c, 2, 6, 54],
    ] as const) {
      const read = async () => {
        const path = `/sessions?bookingId=${booking.id}`;
        const [session] =
          await again.get<{ startedAt: string; endedAt: string; kWh: number }[]>(path);
        return session;
      };
      await expect.poll(async () => (await read())?.kWh, { timeout: 30_000 }).toBe(kWh);
      const session = await read();
      const minutes = (at = "") => Math.floor((Date.parse(at) - began) / minute);
      expect(minutes(session?.startedAt)).toBeGreaterThanOrEqual(after);
      expect(minutes(session?.startedAt)).toBeLessThan(after + 3);
      expect(minutes(session?.endedAt)).toBeGreaterThanOrEqual(end);
      expect(minutes(session?.endedAt)).toBeLessThan(end + 5);
    }
    const { exceptions } = await again.get<{ exceptions: { kind: string; bookingId: string }[] }>(
      "/operator/queue",
    );
    const kept = exceptions.filter(({ kind }) => kind === "OfflineRefused");
    expect(kept.map(({ bookingId }) => bookingId).toSorted()).toEqual([b.id, d.id].toSorted());
  } finally {
    await server.stop();
  }
});

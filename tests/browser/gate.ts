import { expect, type Page } from "@playwright/test";

import { bookAt, clientOf, nextSlot, office, ownStation } from "./office";
import { demoPassword, people } from "./people";

/** The demo's operator, over the API. */
export const operator = (page: Page) => clientOf(page, people.operator.email);

interface Gate {
  readonly id: string;
  readonly name: string;
  readonly slots: readonly { startsAt: string; endsAt: string; remaining: number }[];
}

/**
 * A station of the test's own at which the demo's operator works: open at all hours, two places, slots of 15 minutes, so
 * that check-in of the next slot is always open. What is sold there is 5 dollars an hour and 0.40 a kWh, 10 % tax.
 */
export async function gateStation(page: Page, more: object = {}): Promise<Gate> {
  const station = await ownStation(page, {
    defaultSlotMinutes: 15,
    approval: "Auto",
    connectors: [1, 2].map((number) => ({
      number,
      standard: "IEC_62196_T2_COMBO",
      maxPowerKw: 150,
    })),
    pricing: {
      mode: "Energy",
      currency: "USD",
      perKwh: "0.40",
      perHour: "5.00",
      taxPercent: 10,
      lateCancelFee: "3.00",
    },
    ...more,
  });
  const api = await office(page);
  const me = await (
    await operator(page)
  ).get<{ id: string; operatorStationIds: string[] }>("/auth/me");
  await api.send("PUT", `/operators/${me.id}`, {
    stationIds: [...me.operatorStationIds, station.id],
  });
  return station;
}

/** A driver booked in the station's next slot, and the code that lets them in. */
export async function arrivalAt(
  page: Page,
  station: Gate,
  place = 0,
  asks: Readonly<Record<string, unknown>> = {},
) {
  return arrivalIn(page, station, await nextSlot(station, place), asks);
}

/** The same in a slot that the test chooses. */
export async function arrivalIn(
  page: Page,
  station: Gate,
  slot: Gate["slots"][number],
  asks: Readonly<Record<string, unknown>> = {},
) {
  const booking = await bookAt(page, station.id, slot, asks);
  const driver = await clientOf(page, booking.nic);
  const { code, token } = await driver.get<{ code: string; token: string }>(
    `/bookings/${booking.id}/qr`,
  );
  return { ...booking, slot, code, token };
}

/** A driver whose car charges there. */
export async function chargingAt(page: Page, station: Gate) {
  const booking = await arrivalAt(page, station);
  const api = await operator(page);
  const { id } = await api.send<{ id: string }>("POST", "/sessions/checkin", {
    code: booking.code,
  });
  return { ...booking, sessionId: id };
}

/** Another operator of the station, who has chosen a password already: the demo's. */
export async function otherOperator(page: Page, stationId: string) {
  const api = await office(page);
  const name = `Ona ${crypto.randomUUID().slice(0, 8)}`;
  const email = `${name.replace(" ", "-").toLowerCase()}@example.test`;
  const given = "first day 42 hudson";
  const phone = `+1212555${String(Math.floor(Math.random() * 10_000)).padStart(4, "0")}`;
  const asked = { email, name, phone, password: given, stationIds: [stationId] };
  await api.send("POST", "/operators", asked);
  const own = await clientOf(page, email, given);
  await own.send("PUT", "/auth/change-password", {
    currentPassword: given,
    newPassword: demoPassword,
  });
  return { name, email };
}

/** Until the phone keeps the pages that a shift needs without network; one of the operator's is open. */
export async function untilKept(phone: Page): Promise<void> {
  const kept = () =>
    phone.evaluate(async () => {
      const pages = await (await caches.open("baybook-pages")).keys();
      return pages.map(({ url }) => new URL(url).pathname);
    });
  for (const path of ["/operator/session", "/operator/scan"]) {
    await expect.poll(kept, { timeout: 30_000 }).toContain(path);
  }
}

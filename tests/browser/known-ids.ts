import type { Page } from "@playwright/test";

import { authenticator } from "../support/authenticator";
import { ownSite } from "../support/sites";
import { chargingAt, gateStation, operator } from "./gate";
import { bookAt, type Client, clientOf, office, ownStation } from "./office";
import { people } from "./people";

/** What the demo has and pages are about. */
export interface KnownIds {
  /** A station with free slots, and the start of one of them. */
  readonly bookable: string;
  readonly freeSlot: string;
  /** Another with a slot that is full, from when to when. */
  readonly full: string;
  readonly fullFrom: string;
  readonly fullTo: string;
  /** A station that is listed and cannot be booked. */
  readonly listed: string;
  /** Of the demo's office. */
  readonly own: string;
  readonly business: string;
  readonly booking: string;
  /** The demo's owner's, still to come and to be changed. */
  readonly ownBooking: string;
  readonly ownVehicle: string;
  /** At a station of the demo's operator: one whose car charges, and one that is finished. */
  readonly charging: string;
  readonly finished: string;
  readonly operator: string;
  /** A driver who booked with the demo's office. */
  readonly customer: string;
  /** A business that is active, and one whose request waits. */
  readonly active: string;
  readonly asking: string;
  /** A text's version that nobody has published. */
  readonly draft: string;
  /** The office's, and something that it was to be sent. */
  readonly webhook: string;
  readonly webhookDelivery: string;
}

interface Named {
  readonly id: string;
}

let known: Promise<KnownIds> | undefined;

/** Asks the API once in a worker, because every run has ids of its own. */
export function knownIds(page: Page): Promise<KnownIds> {
  known ??= readIds(page);
  return known;
}

async function readIds(page: Page): Promise<KnownIds> {
  const [bookable, listed] = await Promise.all([bookableStation(page), listedStation(page)]);
  const api = await office(page);
  const admin = await clientOf(page, people.admin.email);
  const [gate, atGate] = [await gateStation(page), await operator(page)];
  const first = async (client: typeof api, path: string) => {
    const [found] = await client.get<Named[]>(path);
    if (!found) throw new Error(`The demo has nothing at ${path}.`);
    return found.id;
  };
  const own = await first(api, "/stations?mine=true&limit=1");
  const { businessId } = await api.get<{ businessId: string }>(`/stations/${own}`);
  const webhook = await webhookOf(api);
  await passkeyOf(atGate);
  return {
    bookable,
    freeSlot: await freeSlot(page, bookable),
    ...(await fullSlot(page)),
    listed,
    own,
    business: businessId,
    booking: await first(api, "/bookings?limit=1"),
    ownBooking: await ownBooking(page),
    ownVehicle: await first(await clientOf(page, people.owner.email), "/profile/vehicles"),
    charging: (await chargingAt(page, gate)).id,
    finished: await first(atGate, "/bookings?limit=1&status=Completed"),
    operator: await first(api, "/operators?limit=1"),
    customer: await first(api, "/owners?limit=1"),
    active: await first(admin, "/businesses?limit=1&status=Active"),
    asking: (await askForAccount(page)).id,
    draft: (await draftOf(admin, "faq")).id,
    webhook,
    webhookDelivery: await first(api, `/webhooks/${webhook}/deliveries?limit=1`),
  };
}

/** A booking of the demo's owner some days ahead, made where there is none, at a station of the test's own. */
async function ownBooking(page: Page): Promise<string> {
  const driver = await clientOf(page, people.owner.email);
  const own = await driver.get<(Named & { can: string[] })[]>(
    "/bookings?status=Approved&limit=100",
  );
  const known = own.find(({ can }) => can.includes("modify"));
  if (known) return known.id;
  const { id: stationId, slots } = await ownStation(page, { approval: "Auto" });
  const slot = slots.find(({ startsAt }) => Date.parse(startsAt) > Date.now() + 50 * 3_600_000);
  if (!slot) throw new Error("The station has no slot in two days.");
  const { startsAt, endsAt } = slot;
  const body = { stationId, startsAt, endsAt };
  return (await driver.send<Named>("POST", "/bookings", body)).id;
}

/** A slot some days ahead that others took, at a station of the test's own. */
async function fullSlot(page: Page): Promise<Pick<KnownIds, "full" | "fullFrom" | "fullTo">> {
  const { id: full, slots } = await ownStation(page, { approval: "Auto", connectors: 1 });
  const slot = slots[Math.floor(slots.length / 2)];
  if (!slot) throw new Error("The station has no slots.");
  await bookAt(page, full, slot);
  return { full, fullFrom: slot.startsAt, fullTo: slot.endsAt };
}

/** The office's webhook, made and tested where there is none: it leads nowhere, so that the log has a failure. */
async function webhookOf(api: Client): Promise<string> {
  const [known] = await api.get<Named[]>("/webhooks?limit=1");
  if (known) return known.id;
  const { id } = await api.send<Named>("POST", "/webhooks", {
    url: "https://hooks.example.invalid/baybook",
    events: ["booking.created", "session.completed"],
    description: "Fleet planning",
  });
  await api.send("POST", `/webhooks/${id}/test`, {});
  return id;
}

/** A passkey of the operator's, made where there is none; its device is nobody's. */
async function passkeyOf(atGate: Client): Promise<void> {
  if ((await atGate.get<Named[]>("/auth/passkeys")).length > 0) return;
  const offer = await atGate.send<{ challenge: string }>("POST", "/auth/passkeys/offer", {});
  const { BASE_URL = "" } = ownSite()?.env ?? {};
  const credential = authenticator(BASE_URL).create(offer);
  await atGate.send("POST", "/auth/passkeys", { name: "Gate phone", credential });
}

/** A business whose request waits. */
async function askForAccount(page: Page): Promise<Named> {
  const answer = await page.request.post("/api/v1/businesses", {
    data: {
      businessName: "Looked at only",
      contact: { name: "Ida Asking", email: "ida@example.test", phone: "+12125550123" },
      timeZone: "America/New_York",
    },
  });
  return ((await answer.json()) as { data: Named }).data;
}

/** The draft of a text, which is begun where there is none. */
async function draftOf(admin: Client, kind: string): Promise<Named> {
  const [draft] = await admin.get<Named[]>(`/content/versions?status=Draft&kind=${kind}`);
  return draft ?? admin.send("POST", "/content/versions", { kind, locale: "en" });
}

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly availability: readonly { readonly freeCapacity: number }[];
}

/** The first hundred stations around the middle of New York. */
async function stations(page: Page): Promise<Listed[]> {
  const answer = await page.request.get("/api/v1/stations?near=40.75,-73.98&radius=100&limit=100");
  return ((await answer.json()) as { data: Listed[] }).data;
}

const isFree = ({ availability }: Listed) => availability.some((day) => day.freeCapacity > 0);

/** A station with free slots. */
export async function bookableStation(page: Page): Promise<string> {
  const found = (await stations(page)).find(isFree);
  if (!found) throw new Error("No station with free slots is near the middle of New York.");
  return found.id;
}

/** The page on which a free slot of the station, some days ahead, is confirmed. */
export async function bookingPath(page: Page, stationId: string): Promise<string> {
  return `/stations/${stationId}/book?startsAt=${await freeSlot(page, stationId)}`;
}

async function freeSlot(page: Page, stationId: string): Promise<string> {
  const answer = await page.request.get(`/api/v1/stations/${stationId}`);
  const { slots } = ((await answer.json()) as { data: { slots: Slot[] } }).data;
  const free = slots.filter(({ remaining }) => remaining > 0);
  const slot = free[Math.floor(free.length / 2)];
  if (!slot) throw new Error("The station has no free slot.");
  return slot.startsAt;
}

interface Slot {
  readonly startsAt: string;
  readonly remaining: number;
}

/** A station that is listed and cannot be booked. */
export async function listedStation(page: Page): Promise<string> {
  const found = (await stations(page)).find((station) => !isFree(station));
  if (!found) throw new Error("Every station near the middle of New York can be booked.");
  return found.id;
}

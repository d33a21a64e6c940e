import type { Page } from "@playwright/test";

import { clientOf, office } from "./office";
import { type Person, people } from "./people";

/** Every page there is, and who must be signed in to see it. */
export interface SitePage {
  readonly name: string;
  readonly path: string;
  readonly as?: Person;
}

interface Named {
  readonly id: string;
}

/** Ids come from the API, because every run has its own. */
export async function sitePages(page: Page): Promise<SitePage[]> {
  const [bookable, listed] = await Promise.all([bookableStation(page), listedStation(page)]);
  const api = await office(page);
  const [own] = await api.get<Named[]>("/stations?mine=true&limit=1");
  const [booking] = await api.get<Named[]>("/bookings?limit=1");
  const [operator] = await api.get<Named[]>("/operators?limit=1");
  const admin = await clientOf(page, people.admin.email);
  const [business] = await admin.get<Named[]>("/businesses?limit=1&status=Active");
  const asking = await askForAccount(page);
  const { businessId } = await api.get<{ businessId: string }>(`/stations/${own?.id}`);
  const station = `/backoffice/stations/${own?.id}`;
  const ofAdmin = `/admin/stations/${own?.id}`;
  return [
    { name: "landing", path: "/" },
    { name: "station", path: `/stations/${bookable}` },
    { name: "station-listed", path: `/stations/${listed}` },
    { name: "business", path: "/business" },
    { name: "business-requested", path: "/business/requested" },
    { name: "login", path: "/login" },
    { name: "register", path: "/register" },
    { name: "forgot-password", path: "/forgot-password" },
    { name: "set-password", path: "/set-password?token=looked-at-only" },
    { name: "terms", path: "/terms" },
    { name: "privacy", path: "/privacy" },
    { name: "not-found", path: "/nothing-here" },
    { name: "station-not-found", path: "/stations/nothing-here" },
    { name: "change-password", path: "/change-password", as: "owner" },
    { name: "admin", path: "/admin", as: "admin" },
    { name: "admin-search", path: "/admin/search?q=ma", as: "admin" },
    { name: "admin-requests", path: "/admin/requests", as: "admin" },
    { name: "admin-businesses", path: "/admin/businesses", as: "admin" },
    { name: "admin-business", path: `/admin/businesses/${business?.id}`, as: "admin" },
    { name: "admin-business-asking", path: `/admin/businesses/${asking.id}`, as: "admin" },
    { name: "admin-audits", path: "/admin/audits", as: "admin" },
    { name: "admin-messages", path: "/admin/messages", as: "admin" },
    { name: "admin-settings", path: "/admin/settings", as: "admin" },
    {
      name: "admin-settings-business",
      path: `/admin/settings?businessId=${businessId}`,
      as: "admin",
    },
    {
      name: "admin-settings-station",
      path: `/admin/settings?businessId=${businessId}&stationId=${own?.id}`,
      as: "admin",
    },
    { name: "admin-not-found", path: "/admin/stations/nothing-here", as: "admin" },
    { name: "admin-stations", path: "/admin/stations", as: "admin" },
    { name: "admin-station-new", path: "/admin/stations/new", as: "admin" },
    { name: "admin-station", path: ofAdmin, as: "admin" },
    { name: "admin-station-listed", path: `/admin/stations/${listed}`, as: "admin" },
    { name: "admin-station-edit", path: `${ofAdmin}/edit`, as: "admin" },
    { name: "admin-station-tariff", path: `${ofAdmin}/tariff`, as: "admin" },
    { name: "admin-station-schedule", path: `${ofAdmin}/schedule`, as: "admin" },
    { name: "admin-operators", path: "/admin/operators", as: "admin" },
    {
      name: "admin-operators-business",
      path: `/admin/operators?businessId=${businessId}`,
      as: "admin",
    },
    { name: "admin-operator-new", path: "/admin/operators/new", as: "admin" },
    {
      name: "admin-operator-new-business",
      path: `/admin/operators/new?businessId=${businessId}`,
      as: "admin",
    },
    { name: "admin-operator-edit", path: `/admin/operators/${operator?.id}`, as: "admin" },
    { name: "admin-import", path: "/admin/import", as: "admin" },
    { name: "admin-bookings", path: "/admin/bookings", as: "admin" },
    { name: "admin-booking", path: `/admin/bookings/${booking?.id}`, as: "admin" },
    { name: "admin-health", path: "/admin/health", as: "admin" },
    { name: "admin-users", path: "/admin/users", as: "admin" },
    { name: "backoffice", path: "/backoffice", as: "backoffice" },
    { name: "search", path: "/backoffice/search?q=2002&from=2026-01-01", as: "backoffice" },
    { name: "stations", path: "/backoffice/stations", as: "backoffice" },
    { name: "station-new", path: "/backoffice/stations/new", as: "backoffice" },
    { name: "station-office", path: station, as: "backoffice" },
    { name: "station-edit", path: `${station}/edit`, as: "backoffice" },
    { name: "station-tariff", path: `${station}/tariff`, as: "backoffice" },
    { name: "station-schedule", path: `${station}/schedule`, as: "backoffice" },
    { name: "import", path: "/backoffice/import", as: "backoffice" },
    { name: "operators", path: "/backoffice/operators", as: "backoffice" },
    { name: "operator-new", path: "/backoffice/operators/new", as: "backoffice" },
    { name: "operator-edit", path: `/backoffice/operators/${operator?.id}`, as: "backoffice" },
    { name: "audits", path: "/backoffice/audits", as: "backoffice" },
    { name: "bookings", path: "/backoffice/bookings", as: "backoffice" },
    { name: "booking", path: `/backoffice/bookings/${booking?.id}`, as: "backoffice" },
    { name: "conflicts", path: "/backoffice/conflicts", as: "backoffice" },
    { name: "day", path: "/backoffice/day", as: "backoffice" },
    { name: "tariffs", path: "/backoffice/tariffs", as: "backoffice" },
    { name: "settings", path: "/backoffice/settings", as: "backoffice" },
    {
      name: "settings-station",
      path: `/backoffice/settings?stationId=${own?.id}`,
      as: "backoffice",
    },
    { name: "console-not-found", path: "/backoffice/bookings/nothing-here", as: "backoffice" },
    { name: "owners", path: "/backoffice/owners", as: "backoffice" },
    { name: "operator", path: "/operator", as: "operator" },
    { name: "owner", path: "/owner", as: "owner" },
    { name: "book", path: await bookingPath(page, bookable), as: "owner" },
  ];
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
  const answer = await page.request.get(`/api/v1/stations/${stationId}`);
  const { slots } = ((await answer.json()) as { data: { slots: Slot[] } }).data;
  const free = slots.filter(({ remaining }) => remaining > 0);
  const slot = free[Math.floor(free.length / 2)];
  if (!slot) throw new Error("The station has no free slot.");
  return `/stations/${stationId}/book?startsAt=${slot.startsAt}`;
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

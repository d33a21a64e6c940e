import type { Person } from "./people";
import type { KnownIds } from "./known-ids";

/** A page of the site, and who must be signed in to see it. */
export interface SitePage {
  readonly name: string;
  /** With the names of `KnownIds` in braces. */
  readonly path: string;
  readonly as?: Person;
  /**
   * Axe asks about its colours as well. Together these show every part that names a colour:
   * tests/architecture/site-pages.test.ts asks for those that are missing.
   */
  readonly colours?: true;
  /** Another page on a phone than on a desktop, and looked at on both. */
  readonly bothSizes?: true;
}

/** Every page there is; tests/architecture/site-pages.test.ts asks for those of `app/` that are missing. */
export const sitePages: readonly SitePage[] = [
  { name: "landing", path: "/", colours: true, bothSizes: true },
  { name: "station", path: "/stations/{bookable}", colours: true },
  { name: "station-listed", path: "/stations/{listed}" },
  { name: "business", path: "/business", colours: true },
  { name: "business-requested", path: "/business/requested", colours: true },
  { name: "login", path: "/login" },
  { name: "register", path: "/register", colours: true },
  { name: "forgot-password", path: "/forgot-password" },
  { name: "set-password", path: "/set-password?token=looked-at-only" },
  { name: "terms", path: "/terms" },
  { name: "privacy", path: "/privacy", colours: true },
  { name: "about", path: "/about" },
  { name: "contact", path: "/contact" },
  { name: "faq", path: "/faq", colours: true },
  { name: "offline", path: "/offline" },
  { name: "not-found", path: "/nothing-here", colours: true },
  { name: "station-not-found", path: "/stations/nothing-here" },
  { name: "change-password", path: "/change-password", as: "owner" },
  { name: "passkeys", path: "/passkeys", as: "operator", colours: true },
  {
    name: "unsubscribe",
    path: "/unsubscribe?key=looked-at-only&topic=bookingReminder",
    colours: true,
  },
  {
    name: "notification-settings",
    path: "/notifications/settings",
    as: "backoffice",
    colours: true,
    bothSizes: true,
  },
  { name: "admin", path: "/admin", as: "admin", colours: true },
  { name: "admin-search", path: "/admin/search?q=ma", as: "admin" },
  { name: "admin-requests", path: "/admin/requests", as: "admin", colours: true },
  { name: "admin-businesses", path: "/admin/businesses", as: "admin", colours: true },
  { name: "admin-business", path: "/admin/businesses/{active}", as: "admin", colours: true },
  { name: "admin-business-asking", path: "/admin/businesses/{asking}", as: "admin" },
  { name: "admin-audits", path: "/admin/audits", as: "admin" },
  { name: "admin-inbox", path: "/admin/inbox", as: "admin" },
  { name: "admin-alert", path: "/admin/messages/alert", as: "admin", colours: true },
  { name: "admin-messages", path: "/admin/messages", as: "admin", colours: true },
  { name: "admin-deliveries", path: "/admin/deliveries", as: "admin", colours: true },
  { name: "admin-settings", path: "/admin/settings", as: "admin" },
  {
    name: "admin-settings-business",
    path: "/admin/settings?businessId={business}",
    as: "admin",
  },
  {
    name: "admin-settings-station",
    path: "/admin/settings?businessId={business}&stationId={own}",
    as: "admin",
  },
  { name: "admin-not-found", path: "/admin/stations/nothing-here", as: "admin" },
  { name: "admin-stations", path: "/admin/stations", as: "admin" },
  { name: "admin-station-new", path: "/admin/stations/new", as: "admin" },
  { name: "admin-station", path: "/admin/stations/{own}", as: "admin" },
  { name: "admin-station-listed", path: "/admin/stations/{listed}", as: "admin" },
  { name: "admin-station-edit", path: "/admin/stations/{own}/edit", as: "admin" },
  { name: "admin-station-tariff", path: "/admin/stations/{own}/tariff", as: "admin" },
  { name: "admin-station-schedule", path: "/admin/stations/{own}/schedule", as: "admin" },
  { name: "admin-operators", path: "/admin/operators", as: "admin" },
  {
    name: "admin-operators-business",
    path: "/admin/operators?businessId={business}",
    as: "admin",
  },
  { name: "admin-operator-new", path: "/admin/operators/new", as: "admin" },
  {
    name: "admin-operator-new-business",
    path: "/admin/operators/new?businessId={business}",
    as: "admin",
  },
  { name: "admin-operator-edit", path: "/admin/operators/{operator}", as: "admin" },
  { name: "admin-webhooks", path: "/admin/webhooks", as: "admin" },
  { name: "admin-webhook-new", path: "/admin/webhooks/new", as: "admin" },
  { name: "admin-webhook", path: "/admin/webhooks/{webhook}", as: "admin" },
  {
    name: "admin-webhook-delivery",
    path: "/admin/webhooks/{webhook}/deliveries/{webhookDelivery}",
    as: "admin",
  },
  { name: "admin-import", path: "/admin/import", as: "admin" },
  { name: "admin-bookings", path: "/admin/bookings", as: "admin" },
  { name: "admin-exceptions", path: "/admin/exceptions", as: "admin" },
  { name: "admin-booking", path: "/admin/bookings/{booking}", as: "admin" },
  { name: "admin-owner", path: "/admin/owners/{customer}", as: "admin" },
  { name: "admin-content", path: "/admin/content", as: "admin", colours: true },
  {
    name: "admin-content-version",
    path: "/admin/content/019b76da-a800-7000-8000-000000000001",
    as: "admin",
    colours: true,
  },
  { name: "admin-content-draft", path: "/admin/content/{draft}", as: "admin", colours: true },
  { name: "admin-health", path: "/admin/health", as: "admin", colours: true },
  { name: "admin-users", path: "/admin/users", as: "admin", colours: true },
  { name: "backoffice", path: "/backoffice", as: "backoffice", colours: true, bothSizes: true },
  {
    name: "search",
    path: "/backoffice/search?q=2002&from=2026-01-01",
    as: "backoffice",
    colours: true,
  },
  {
    name: "stations",
    path: "/backoffice/stations",
    as: "backoffice",
    colours: true,
    bothSizes: true,
  },
  { name: "station-new", path: "/backoffice/stations/new", as: "backoffice", colours: true },
  { name: "station-office", path: "/backoffice/stations/{own}", as: "backoffice", colours: true },
  { name: "station-edit", path: "/backoffice/stations/{own}/edit", as: "backoffice" },
  {
    name: "station-tariff",
    path: "/backoffice/stations/{own}/tariff",
    as: "backoffice",
    colours: true,
  },
  {
    name: "station-schedule",
    path: "/backoffice/stations/{own}/schedule",
    as: "backoffice",
    colours: true,
    bothSizes: true,
  },
  { name: "import", path: "/backoffice/import", as: "backoffice", colours: true },
  { name: "operators", path: "/backoffice/operators", as: "backoffice", colours: true },
  { name: "operator-new", path: "/backoffice/operators/new", as: "backoffice" },
  {
    name: "operator-edit",
    path: "/backoffice/operators/{operator}",
    as: "backoffice",
    colours: true,
  },
  { name: "webhooks", path: "/backoffice/webhooks", as: "backoffice", colours: true },
  { name: "webhook-new", path: "/backoffice/webhooks/new", as: "backoffice", colours: true },
  {
    name: "webhook",
    path: "/backoffice/webhooks/{webhook}",
    as: "backoffice",
    colours: true,
    bothSizes: true,
  },
  {
    name: "webhook-delivery",
    path: "/backoffice/webhooks/{webhook}/deliveries/{webhookDelivery}",
    as: "backoffice",
    colours: true,
  },
  { name: "audits", path: "/backoffice/audits", as: "backoffice", colours: true },
  { name: "bookings", path: "/backoffice/bookings", as: "backoffice", colours: true },
  { name: "booking", path: "/backoffice/bookings/{booking}", as: "backoffice", colours: true },
  { name: "conflicts", path: "/backoffice/conflicts", as: "backoffice", colours: true },
  { name: "exceptions", path: "/backoffice/exceptions", as: "backoffice", colours: true },
  { name: "day", path: "/backoffice/day", as: "backoffice", colours: true, bothSizes: true },
  {
    name: "reports",
    path: "/backoffice/reports",
    as: "backoffice",
    colours: true,
    bothSizes: true,
  },
  { name: "admin-reports", path: "/admin/reports", as: "admin" },
  { name: "cash", path: "/backoffice/cash", as: "backoffice" },
  { name: "tariffs", path: "/backoffice/tariffs", as: "backoffice" },
  { name: "settings", path: "/backoffice/settings", as: "backoffice", colours: true },
  {
    name: "settings-station",
    path: "/backoffice/settings?stationId={own}",
    as: "backoffice",
  },
  { name: "console-not-found", path: "/backoffice/bookings/nothing-here", as: "backoffice" },
  { name: "backoffice-inbox", path: "/backoffice/inbox", as: "backoffice", colours: true },
  { name: "owner-profile", path: "/owner/profile", as: "owner", colours: true, bothSizes: true },
  { name: "owner-vehicle-new", path: "/owner/profile/vehicles/new", as: "owner", colours: true },
  {
    name: "owner-vehicle",
    path: "/owner/profile/vehicles/{ownVehicle}",
    as: "owner",
    colours: true,
  },
  { name: "closing", path: "/backoffice/closing?country=US", as: "backoffice", colours: true },
  { name: "owners", path: "/backoffice/owners", as: "backoffice", colours: true },
  { name: "owners-owner", path: "/backoffice/owners/{customer}", as: "backoffice", colours: true },
  { name: "shift", path: "/operator/shift", as: "operator", colours: true, bothSizes: true },
  { name: "walk-up", path: "/operator/walk-up", as: "operator", colours: true, bothSizes: true },
  { name: "operator", path: "/operator", as: "operator", colours: true, bothSizes: true },
  {
    name: "operator-session",
    path: "/operator/session?booking={charging}",
    as: "operator",
    colours: true,
  },
  {
    name: "operator-finish",
    path: "/operator/session?booking={charging}#finish",
    as: "operator",
    colours: true,
  },
  {
    name: "operator-receipt",
    path: "/operator/session?booking={finished}",
    as: "operator",
    colours: true,
  },
  {
    name: "operator-search",
    path: "/operator/search?q=an",
    as: "operator",
    colours: true,
    bothSizes: true,
  },
  { name: "operator-inbox", path: "/operator/inbox", as: "operator" },
  { name: "operator-day", path: "/operator/day", as: "operator", colours: true },
  { name: "scan", path: "/operator/scan", as: "operator", colours: true, bothSizes: true },
  { name: "owner-bookings", path: "/owner/bookings", as: "owner", colours: true },
  { name: "owner-booking", path: "/owner/bookings/{ownBooking}", as: "owner", colours: true },
  { name: "owner-change", path: "/owner/bookings/{ownBooking}/change", as: "owner", colours: true },
  { name: "owner-qr", path: "/owner/qr", as: "owner", colours: true },
  { name: "owner-inbox", path: "/owner/inbox", as: "owner" },
  { name: "owner", path: "/owner", as: "owner", colours: true, bothSizes: true },
  { name: "book-signed-out", path: "/stations/{bookable}/book?startsAt={freeSlot}" },
  {
    name: "book",
    path: "/stations/{bookable}/book?startsAt={freeSlot}",
    as: "owner",
    colours: true,
    bothSizes: true,
  },
  {
    name: "wait",
    path: "/stations/{full}/wait?startsAt={fullFrom}&endsAt={fullTo}",
    as: "owner",
    colours: true,
  },
];

/** The page's address in the run that knows these ids. */
export function addressOf({ path }: SitePage, ids: KnownIds): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = new Map(Object.entries(ids)).get(name);
    if (id === undefined) throw new Error(`${path} asks for "${name}", which no run knows.`);
    return id;
  });
}

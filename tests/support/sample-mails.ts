import { composeDigest, composeLetter } from "@/lib/insight/notifications/compose-letter";
import { messageKind, type Letter, type ReportMail } from "@/lib/insight/notifications/schema";

/** What a mail may name, all of it. */
const sampleValues = {
  name: "Ravi",
  role: "EvOwner",
  businessName: "Hudson Charging",
  reason: "A place broke",
  baseUrl: "http://baybook.test",
  link: "http://baybook.test/set-password?token=x",
  bookingId: "0199a000-0000-7000-8000-000000000001",
  unsubscribeKey: "key",
  topic: "bookingConfirmation",
  expiresAt: "2026-06-04T12:00:00.000Z",
  eraseAfter: "2026-07-04T12:00:00.000Z",
  passkeysRemoved: "2",
  effectiveAt: "2026-06-20T00:00:00.000Z",
  version: "2",
  number: "BK-7F3K-29QD",
  station: "Hudson Yards Fast Charging",
  address: "500 W 33rd St, New York, NY 10001",
  startsAt: "2026-06-04T12:00:00.000Z",
  endsAt: "2026-06-04T13:00:00.000Z",
  timeZone: "America/New_York",
  minutes: "120",
  offerEndsAt: "2026-06-04T11:42:00.000Z",
  lateUntil: "2026-06-04T12:30:00.000Z",
  totalMinor: "885",
  currency: "USD",
  receiptNumber: "R-2026-000123",
  report: JSON.stringify({
    subscriptionId: "0199a000-0000-7000-8000-000000000002",
    report: "revenue",
    format: "xlsx",
    from: "2026-05-25",
    to: "2026-05-31",
    station: "Hudson Yards Fast Charging",
    figures: [
      {
        name: "revenue",
        now: [
          { amount: "1284.50", currency: "USD" },
          { amount: "96.00", currency: "EUR" },
        ],
        before: [{ amount: "1101.75", currency: "USD" }],
      },
      { name: "sessions", now: 142, before: 131 },
      { name: "energyKwh", now: 3_218.4, before: 2_987.25 },
    ],
  } satisfies ReportMail),
} as const;

/** A letter of every kind, and a digest of several. */
export function sampleMails(
  values: Readonly<Record<string, string>> = {},
  locale = "en",
): [name: string, letter: Letter][] {
  const all = { ...sampleValues, ...values };
  const staff = { ...all, role: "Backoffice" };
  const kinds = messageKind.options.filter((kind) => kind !== "AsWritten");
  const waiting = ["BookingWaits", "BookingInConflict", "BookingWaits"] as const;
  return [
    ...kinds.map((kind): [string, Letter] => [
      kind,
      composeLetter({ kind, locale, values: roleOf(kind, all) }),
    ]),
    ["Digest", composeDigest(waiting.map((kind) => ({ kind, locale, values: staff })))],
  ];
}

function roleOf(kind: string, values: Readonly<Record<string, string>>) {
  if (kind.startsWith("Place")) {
    const { bookingId: _, ...place } = { bookingId: "", ...values };
    const stationId = "0199a000-0000-7000-8000-000000000003";
    const waitingId = "0199a000-0000-7000-8000-000000000004";
    return { ...place, stationId, waitingId, topic: "waitingList" };
  }
  if (kind === "WorkerSilent") return { ...values, role: "SystemAdmin", topic: "" };
  return /Waits|OwnerCanceled|Late|Conflict|Refused|Report/.test(kind)
    ? { ...values, role: "Backoffice" }
    : values;
}

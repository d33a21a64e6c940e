import { expect, it } from "vitest";

import { messageKind, type ReportMail } from "@/lib/insight/notifications/schema";
import { wordMessage } from "@/lib/insight/notifications/word-message";

import { unmarkedWords } from "../../../support/marked";

const kinds = messageKind.options.filter((kind) => kind !== "AsWritten");
/** In letters that no catalogue of English has. */
const values = {
  name: "ரவி",
  businessName: "நகரம்",
  reason: "இல்லை",
  baseUrl: "http://baybook.test",
  link: "http://baybook.test/set-password?token=x",
  expiresAt: "2026-06-04T12:00:00.000Z",
  effectiveAt: "2026-06-20T00:00:00.000Z",
  version: "2",
  number: "௧௨௩",
  station: "நிலையம்",
  startsAt: "2026-06-04T12:00:00.000Z",
  endsAt: "2026-06-04T13:00:00.000Z",
  offerEndsAt: "2026-06-04T11:42:00.000Z",
  timeZone: "UTC",
  minutes: "120",
  totalMinor: "885",
  currency: "USD",
  receiptNumber: "௪௫௬",
  report: JSON.stringify({
    subscriptionId: "0199a000-0000-7000-8000-000000000002",
    report: "energy",
    format: "pdf",
    from: "2026-05-25",
    to: "2026-05-31",
    station: "நிலையம்",
    figures: [{ name: "sessions", now: 142, before: null }],
  } satisfies ReportMail),
};

it.each(kinds)("%s is of its language alone, and names all that it says", (kind) => {
  const { subject, body } = wordMessage({ kind, locale: "en-XA", values });
  expect(unmarkedWords(`${subject} ${body}`)).toEqual([]);
  expect(`${subject} ${body}`).not.toMatch(/letters\.|undefined|[{}]/);
  expect(body).toContain("ரவி");
});

it.each(kinds)("%s says its values as they are in English", (kind) => {
  const { subject, body } = wordMessage({ kind, locale: "en", values });
  expect(subject).toMatch(/^(?:[A-Z]|நிலையம் )[^{}]+$/u);
  expect(body).toMatch(/^Hello ரவி,\n\n[^{}]+\n\nBaybook\n$/);
});

it("one that was sent has no text, and one of a language that is no more is in English", () => {
  const sent = wordMessage({ kind: "Invitation", locale: "en", values: {} });
  expect(sent).toEqual({ subject: "Your Baybook account is ready", body: null, url: null });
  expect(wordMessage({ kind: "OwnerRegistered", locale: "tlh", values }).subject).toBe(
    "Welcome to Baybook",
  );
});

import { expect, it } from "vitest";

import { fail, failField } from "@/lib/core/errors";
import { fieldKey, translate } from "@/lib/http/translate-refusal";
import { describeRefusal } from "@/lib/http/refusal";

const german = {
  rules: {
    refusals: {
      booking: {
        change_cutoff:
          "Änderungen gehen bis {hours, plural, one {# Stunde} other {# Stunden}} vor Beginn.",
      },
      station: { has_future_bookings: "Noch {count} Buchungen, am {dates}." },
      user: { email_taken: "Diese Adresse ist vergeben." },
    },
    fields: { "use-15-to-240-minutes": "Nimm 15 bis 240 Minuten." },
  },
};
const inGerman = (error: unknown) => translate(describeRefusal(error), "de", german);

it("says a refusal in the language's words, with its values", () => {
  expect(inGerman(fail("booking.change_cutoff", { hours: 12 })).message).toBe(
    "Änderungen gehen bis 12 Stunden vor Beginn.",
  );
  expect(inGerman(fail("booking.change_cutoff", { hours: 1 })).message).toContain("1 Stunde ");
  const dates = ["2026-06-01", "2026-06-03"];
  const refusal = inGerman(fail("station.has_future_bookings", { count: 3, dates }));
  expect(refusal.message).toBe("Noch 3 Buchungen, am 2026-06-01, 2026-06-03.");
  expect(refusal.details).toEqual({ count: 3, dates });
});

it("says it at the field too", () => {
  expect(inGerman(failField("user.email_taken", "email")).errors).toEqual([
    { field: "email", message: "Diese Adresse ist vergeben." },
  ]);
  const typed = {
    code: "request.invalid",
    message: "Some fields are missing or not as they should be.",
    errors: [{ field: "defaultSlotMinutes", message: "Use 15 to 240 minutes." }],
  };
  expect(translate(typed, "de", german).errors[0]?.message).toBe("Nimm 15 bis 240 Minuten.");
});

it("keeps the English words of what the language leaves out", () => {
  const refusal = inGerman(fail("booking.in_past"));
  expect(refusal.message).toBe("The start must be in the future.");
  expect(fieldKey("Use -90 to 90; are lat and lng swapped?")).toBe(
    "use-90-to-90-are-lat-and-lng-swapped",
  );
});

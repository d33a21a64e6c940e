import { createTranslator } from "next-intl";
import { expect, it } from "vitest";

import { messages } from "@/components/i18n/messages/en";
import { over } from "@/components/i18n/together";
import { fail, failField, failInput } from "@/lib/core/errors";
import { describeRefusal } from "@/lib/http/refusal";
import { wordRefusal } from "@/lib/http/word-refusal";
import { ruleWords } from "@/lib/words/rule-words";

const german = {
  rules: {
    refusals: {
      booking: {
        change_cutoff:
          "Änderungen gehen bis {hours, plural, one {# Stunde} other {# Stunden}} vor Beginn.",
      },
      qr: { too_early: "Erst am {opensAt, date, longDay} um {opensAt, time, clock}." },
      station: { has_future_bookings: "Noch {count} Buchungen, am {dates}." },
      user: { email_taken: "Diese Adresse ist vergeben." },
    },
    faults: { slot_length: "Nimm {least} bis {most} Minuten." },
    settings: { leadMinutes: "Wie lange vorher." },
  },
};
const all = over(messages, german) as typeof messages;
const words = ruleWords("de", createTranslator({ locale: "de" as "en", messages: all }));
const inGerman = (error: unknown) => wordRefusal(describeRefusal(error), words);

it("says a refusal in the language's words, with its values", () => {
  expect(inGerman(fail("booking.change_cutoff", { hours: 12 })).message).toBe(
    "Änderungen gehen bis 12 Stunden vor Beginn.",
  );
  expect(inGerman(fail("booking.change_cutoff", { hours: 1 })).message).toContain("1 Stunde ");
});

it("says a list and an instant in the language's way, and answers them as they are", () => {
  const dates = ["2026-06-01", "2026-06-03", "2026-06-04"];
  const refusal = inGerman(fail("station.has_future_bookings", { count: 3, dates }));
  expect(refusal.message).toBe("Noch 3 Buchungen, am 2026-06-01, 2026-06-03 und 2026-06-04.");
  expect(refusal.details).toEqual({ count: 3, dates });
  const opensAt = new Date("2026-06-02T13:45:00Z");
  const early = fail("qr.too_early", { opensAt, timeZone: "America/New_York", place: "New York" });
  expect(inGerman(early).message).toBe("Erst am 2. Juni 2026 um 09:45.");
  expect(early.message).toBe(
    "It is too early: check-in opens at 09:45 New York time on 2026-06-02.",
  );
});

it("says it at the field too, a refusal or a fault", () => {
  expect(inGerman(failField("user.email_taken", "email")).errors).toEqual([
    { field: "email", code: "user.email_taken", message: "Diese Adresse ist vergeben." },
  ]);
  const values = { least: 15, most: 240 };
  const typed = failInput([{ field: "defaultSlotMinutes", code: "slot_length", values }]);
  expect(typed.fields).toMatchObject([{ message: "Use 15 to 240 minutes." }]);
  expect(inGerman(typed).errors).toEqual([
    { field: "defaultSlotMinutes", code: "slot_length", message: "Nimm 15 bis 240 Minuten." },
  ]);
});

it("keeps the English words of what the language leaves out", () => {
  const refusal = inGerman(failField("booking.in_past", "startsAt"));
  expect(refusal.message).toBe("The start must be in the future.");
  expect(refusal.errors[0]?.message).toBe("The start must be in the future.");
  expect(words.fault({ code: "empty" })).toBe("Must not be empty.");
  expect(words.setting("leadMinutes")).toBe("Wie lange vorher.");
  expect(words.setting("maxDaysAhead")).toBe("How many days ahead a booking may start.");
});

it("drops no translation when an English word is edited", () => {
  const said = describeRefusal(failField("user.email_taken", "email"));
  const edited = {
    ...said,
    message: "Another word.",
    errors: said.errors.map((one) => ({ ...one, message: "Another word." })),
  };
  expect(wordRefusal(edited, words)).toEqual(wordRefusal(said, words));
});

import { expect, it } from "vitest";

import { wordNotice } from "@/lib/insight/inbox/inside";

/** A reminder's title, told so many minutes before 19:00 of November 28 in New York. */
const title = (minutes: string, hourCycle: "h12" | "h23", timeZone = "America/New_York") =>
  wordNotice(
    {
      kind: "BookingReminder",
      values: {
        startsAt: "2026-11-29T00:00:00.000Z",
        endsAt: "2026-11-29T01:00:00.000Z",
        timeZone,
        minutes,
        station: "Bay",
        number: "BK-1",
      },
    },
    "en",
    { hourCycle },
  ).title.replaceAll("\u202F", " ");

it("says when it is by the reader's clock, on the station's day", () => {
  expect(title("100", "h12")).toBe("Sat, Nov 28, 7:00 PM at Bay");
  expect(title("100", "h23")).toBe("Sat, Nov 28, 19:00 at Bay");
  expect(title("100", "h23", "Asia/Colombo")).toBe("Sun, Nov 29, 05:30 at Bay");
});

it("is as true a day later: how long it was until then is not said", () => {
  expect(title("1440", "h12")).toBe(title("15", "h12"));
});

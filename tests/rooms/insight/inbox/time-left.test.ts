import { expect, it } from "vitest";

import { wordNotice } from "@/lib/insight/inbox/inside";

/** A reminder's title, told so many minutes before a start in New York. */
const title = (startsAt: string, minutes: number, timeZone = "America/New_York") =>
  wordNotice(
    {
      kind: "BookingReminder",
      values: {
        startsAt,
        endsAt: startsAt,
        timeZone,
        minutes: String(minutes),
        station: "Bay",
        number: "BK-1",
      },
    },
    "en",
  ).title;

// 16:00 in New York.
const afternoon = "2026-06-02T20:00:00.000Z";

it.each([
  [1_440, "Tomorrow at Bay"],
  // 23:59 of the day before, and midnight.
  [961, "Tomorrow at Bay"],
  [960, "In 16 hours at Bay"],
  [180, "In 3 hours at Bay"],
  // The worker's few seconds are nobody's to read.
  [119, "In 2 hours at Bay"],
  [110, "In 1 hour and 50 minutes at Bay"],
  [60, "In 1 hour at Bay"],
  [59, "In 1 hour at Bay"],
  [31, "In 30 minutes at Bay"],
  [15, "In 15 minutes at Bay"],
  [12, "In 12 minutes at Bay"],
  [1, "In 1 minute at Bay"],
  [0, "In 1 minute at Bay"],
])("%i minutes before 16:00 a reminder says “%s”", (minutes, words) => {
  expect(title(afternoon, minutes)).toBe(words);
});

it("the next day is that of the station's clocks, unless it is an hour off", () => {
  // 00:30 of June 3 in New York, at which it is the same day in London as two hours before.
  const night = "2026-06-03T04:30:00.000Z";
  expect(title(night, 120)).toBe("Tomorrow at Bay");
  expect(title(night, 120, "Europe/London")).toBe("In 2 hours at Bay");
  expect(title(night, 45)).toBe("In 45 minutes at Bay");
});

it("24 hours before a start after the night that lacks an hour it is not yet the day before", () => {
  // 00:30 of March 9 in New York; 24 hours before it is 23:30 of March 7.
  expect(title("2026-03-09T04:30:00.000Z", 1_440)).toBe("In 24 hours at Bay");
  expect(title("2026-03-09T04:30:00.000Z", 1_410)).toBe("Tomorrow at Bay");
});

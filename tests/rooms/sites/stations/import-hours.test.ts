import { describe, expect, it } from "vitest";

import { weekdays } from "@/lib/core/calendar";
import { parseOpeningHours } from "@/lib/sites/stations/parse-opening-hours";
import { parsePricingText } from "@/lib/sites/stations/parse-pricing-text";

/** The week in short: days with the same windows together, `-` where closed. */
function told(text: string): string | null {
  const { weekly } = parseOpeningHours(text);
  if (!weekly) return null;
  const days = weekdays.map(
    (day) => weekly[day].map(({ start, end }) => `${start}-${end}`).join("+") || "closed",
  );
  const parts: string[] = [];
  let from = 0;
  days.forEach((windows, index) => {
    if (windows === days[index + 1]) return;
    const name = from === index ? weekdays[from] : `${weekdays[from]}-${weekdays[index]}`;
    parts.push(`${name} ${windows}`);
    from = index + 1;
  });
  return parts.join(", ");
}

const every = (windows: string) => `mon-sun ${windows}`;
const week = (hours: string) =>
  ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map((day) => `${day} ${hours}`).join("; ");
const always = every("00:00-24:00");

describe("opening hours, as sources write them", () => {
  it.each<[string, string | null, string | null]>([
    ["24 hours daily", always, null],
    ["24 hours Daily", always, null],
    ["24/7", always, null],
    ["24 hours", always, null],
    ["24 hours a day", always, null],
    ["Open 24 hours", always, null],
    ["24 hours daily; customers only", always, "customers only"],
    ["24 hours daily; pay lot", always, "pay lot"],
    ["24 hours daily; for Rivian use only", always, "for Rivian use only"],
    ["24 hours daily; 2 hour limit", always, "2 hour limit"],
    [
      "24 hours daily; guest use only; see front desk for access",
      always,
      "guest use only; see front desk for access",
    ],
    [
      "24 hours daily; access restricted to students and staff 5am-5pm; parking pass required",
      always,
      "access restricted to students and staff 5am-5pm; parking pass required",
    ],
    [
      "24 hours daily. Please check Tesla's online station map to see if an adapter is required at this location.",
      always,
      "Please check Tesla's online station map to see if an adapter is required at this location.",
    ],
    ["6am-9pm daily", every("06:00-21:00"), null],
    ["5am-12am daily", every("05:00-24:00"), null],
    ["6am - 11pm", every("06:00-23:00"), null],
    ["10am-5:30pm daily; bring a cordset", every("10:00-17:30"), "bring a cordset"],
    [week("6:00am - 9:00pm"), every("06:00-21:00"), null],
    [week("6:00am - 11:59pm"), every("06:00-24:00"), null],
    ["6am-10:59pm daily", every("06:00-23:00"), null],
    ["06:00-22:29 daily", every("06:00-22:30"), null],
    ["06:00-24:30 daily", null, "06:00-24:30 daily"],
    [week("12:00am - 12:00am"), always, null],
    [week("8:00pm - 12:00am"), every("20:00-24:00"), null],
    [
      "Mon 8:00am - 4:00pm; Tue 8:00am - 4:00pm; Wed 8:00am - 4:00pm; Thu 8:00am - 4:00pm; Fri 8:00am - 4:00pm",
      "mon-fri 08:00-16:00, sat-sun closed",
      null,
    ],
    [
      "Mon 12:00am - 5:00am; Tue 7:00pm - 11:59pm; Wed 12:00am - 5:00am",
      "mon 00:00-05:00, tue 19:00-24:00, wed 00:00-05:00, thu-sun closed",
      null,
    ],
    [
      "MO: 6:00am-9:00pm; TU: 7:00am-8:00pm",
      "mon 06:00-21:00, tue 07:00-20:00, wed-sun closed",
      null,
    ],
    ["8am-5pm M-F, 24 hours Sat-Sun", "mon-fri 08:00-17:00, sat-sun 00:00-24:00", null],
    ["9AM-5PM M-F", "mon-fri 09:00-17:00, sat-sun closed", null],
    ["9am-9pm M-Sun", every("09:00-21:00"), null],
    ["7:30am-6:30pm M-Sat", "mon-sat 07:30-18:30, sun closed", null],
    ["6am-11pm M-Sat; guests only", "mon-sat 06:00-23:00, sun closed", "guests only"],
    [
      "Open during business hours 8am -5pm M-F; need to enter building",
      "mon-fri 08:00-17:00, sat-sun closed",
      "need to enter building",
    ],
    ["Mon-Fri: 9 am to 5 pm", "mon-fri 09:00-17:00, sat-sun closed", null],
    ["Mon, Wed & Fri 9:00-17:30 ", null, "Mon, Wed & Fri 9:00-17:30"],
    [
      "Mon, Wed & Fri 09:00-17:30",
      "mon 09:00-17:30, tue closed, wed 09:00-17:30, thu closed, fri 09:00-17:30, sat-sun closed",
      null,
    ],
    ["weekdays 8-5pm; weekends closed", "mon-fri 08:00-17:00, sat-sun closed", null],
    ["daily 1-5pm", every("13:00-17:00"), null],
    ["9 a.m. - noon daily", every("09:00-12:00"), null],
    ["8am-12pm, 1pm-5pm daily", every("08:00-12:00+13:00-17:00"), null],
    ["10pm-6am daily", every("22:00-06:00"), null],
    ["Dealership business hours", null, "Dealership business hours"],
    ["Business hours; for customer use only", null, "Business hours; for customer use only"],
    ["Dawn to dusk daily", null, "Dawn to dusk daily"],
    ["During park hours", null, "During park hours"],
    [
      "Contact station for hours of availability.",
      null,
      "Contact station for hours of availability.",
    ],
    ["7:30-7:30 M-F, 8:00-12:00 S", null, "7:30-7:30 M-F, 8:00-12:00 S"],
    ["Mon 8am-5pm; Mon 4pm-8pm", null, "Mon 8am-5pm; Mon 4pm-8pm"],
    ["Mon 8am-5pm; Mon closed", null, "Mon 8am-5pm; Mon closed"],
    ["25:00-26:00 daily", null, "25:00-26:00 daily"],
    ["13am-2pm daily", null, "13am-2pm daily"],
    ["", null, null],
  ])("%s", (text, weekly, note) => {
    expect(told(text)).toBe(weekly);
    expect(parseOpeningHours(text).note).toBe(note);
  });
});

describe("prices, as sources write them", () => {
  it.each<[string, object | null]>([
    ["Free", { mode: "Flat", fee: "0" }],
    ["FREE; Four hour limit", { mode: "Flat", fee: "0" }],
    ["$0.45 per kWh", { mode: "Energy", perKwh: "0.45" }],
    ["$0.50 / kWh", { mode: "Energy", perKwh: "0.50" }],
    ["$0.54/kWh + tax", { mode: "Energy", perKwh: "0.54" }],
    ["$2.00 per hour", { mode: "Time", perHour: "2.00" }],
    ["$15 per session", { mode: "Flat", fee: "15" }],
    ["Free; parking fee", null],
    ["Free for guests only", null],
    ["$1.50 per session; $0.75 per kWh", null],
    ["$0.30 per kWh; $2 per hour idle fee", null],
    ["$2.50 per hour for first 4 hours; $10 per hour thereafter", null],
    ["$1.00 per minute", null],
    ["$1.00 per hour; first 2 hours free", null],
    ["$0.35 per kWh; free 10pm-6am", null],
    ["$0.30 per kWh; 0.35 after 5pm", null],
    ["Free; weekends", null],
    ["$2 per session; 4-hour limit", { mode: "Flat", fee: "2" }],
    ["$0.40 per kWh; plus tax", { mode: "Energy", perKwh: "0.40" }],
    ["Free; donations encouraged", { mode: "Flat", fee: "0" }],
    ["", null],
  ])("%s", (text, pricing) => expect(parsePricingText(text).pricing).toEqual(pricing));
});

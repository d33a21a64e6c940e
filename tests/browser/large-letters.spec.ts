import { expect, test } from "@playwright/test";

import { isTooWide } from "./page-words";
import { comeAs, type Person } from "./people";
import { untilSettled } from "./settled";

/** A few pages of each reader: long lists, forms, tables, and what stands in one line. */
const pages: readonly (readonly [Person | null, readonly string[]])[] = [
  [null, ["/", "/business", "/login", "/register", "/faq"]],
  ["owner", ["/owner", "/owner/bookings", "/owner/qr", "/owner/profile", "/owner/inbox"]],
  ["operator", ["/operator", "/operator/day", "/operator/shift", "/operator/search"]],
  [
    "backoffice",
    [
      "",
      "/bookings",
      "/day",
      "/stations",
      "/stations/new",
      "/closing",
      "/reports",
      "/audits",
      "/search?q=ma",
    ].map((path) => `/backoffice${path}`),
  ],
  [
    "admin",
    ["", "/requests", "/health", "/messages", "/search?q=ma"].map((path) => `/admin${path}`),
  ],
];

/** In the page: whether something of the phone's lower bar is out of the window. */
const isBarOut = () =>
  [...document.querySelectorAll(".fixed nav li")].some(
    (entry) => entry.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
  );

test("S24: letters twice as large leave every page as wide as a phone or a desktop, and a window at 200 % of 1,440 pixels has room", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const wide: string[] = [];
  for (const [person, paths] of pages) {
    await page.context().clearCookies();
    if (person) await comeAs(page, person);
    for (const path of paths) {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(path);
      await untilSettled(page);
      await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
      if (await page.evaluate(isTooWide)) wide.push(`${path} with large letters`);
      if (await page.evaluate(isBarOut)) wide.push(`the lower bar of ${path} with large letters`);
      await page.setViewportSize({ width: 1440, height: 900 });
      if (await page.evaluate(isTooWide)) wide.push(`${path} with large letters on a desktop`);
      await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
      for (const [width, height] of [
        [768, 1024],
        [720, 450],
      ] as const) {
        await page.setViewportSize({ width, height });
        if (await page.evaluate(isTooWide)) wide.push(`${path} at ${width} pixels`);
      }
    }
  }
  expect(wide).toEqual([]);
});

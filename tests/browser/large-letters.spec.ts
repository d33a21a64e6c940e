import { expect, test } from "@playwright/test";

import { isTooWide } from "./page-words";
import { comeAs, type Person } from "./people";
import { untilSettled } from "./settled";

/** A few pages of each reader: long lists, forms, tables, and what stands in one line. */
const pages: readonly (readonly [Person | null, readonly string[]])[] = [
  [null, ["/", "/business", "/login", "/register", "/faq"]],
  ["owner", ["/owner", "/owner/bookings", "/owner/qr", "/owner/profile", "/owner/inbox"]],
  [
    "operator",
    ["/operator", "/operator/day", "/operator/shift", "/operator/search", "/operator/walk-up"],
  ],
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

/** In the page: what of the phone's lower bar is not to be read, though its letters are twice as large. */
const barFaults = () => {
  const entries = [...document.querySelectorAll<HTMLElement>(".fixed nav > ul > li")]
    .filter((entry) => entry.checkVisibility())
    .map((entry) => ({ entry, room: entry.getBoundingClientRect() }));
  return entries.flatMap(({ entry, room }) => {
    const { fontSize } = getComputedStyle(entry.querySelector("a, button span") ?? entry);
    const name = entry.textContent?.trim();
    const small = Number.parseFloat(fontSize) < 22 ? [`${name}: ${fontSize}`] : [];
    // The badge as well as the word and the icon.
    const parts = [...entry.querySelectorAll("svg, span")].filter(
      (part) => part.checkVisibility() && !part.closest(".sr-only, [popover]"),
    );
    const out = parts.filter((part) => {
      const { left, right, width } = part.getBoundingClientRect();
      return width > 1 && (left < room.left - 1 || right > room.right + 1);
    });
    return [...small, ...out.map((part) => `${name}: ${part.tagName} is out of its place`)];
  });
};

/** In the page: words that break in their middle though a line of their own would hold them. */
const brokenWords = () => {
  const room = (document.documentElement.clientWidth - 48) * 0.9;
  const broken = new Set<string>();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const around = text.parentElement;
    const isSeen = around?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!isSeen || around?.closest(".sr-only, script, style, option")) continue;
    for (const { 0: word, index } of (text.textContent ?? "").matchAll(/[\p{L}\p{N}’']{3,}/gu)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const lines = [...range.getClientRects()].filter(({ width }) => width > 0.5);
      const isBroken = new Set(lines.map(({ top }) => Math.round(top))).size > 1;
      if (isBroken && lines.reduce((sum, { width }) => sum + width, 0) <= room) broken.add(word);
    }
  }
  return [...broken];
};

test("letters twice as large break no word of the operator's pages in its middle", async ({
  page,
}) => {
  await comeAs(page, "operator");
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ["", "/shift", "/scan", "/walk-up"]) {
    await page.goto(`/operator${path}`);
    await untilSettled(page);
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    expect(await page.evaluate(brokenWords), `/operator${path}`).toEqual([]);
  }
});

/** In the page: times that reach out of the list they stand in, and days to choose whose fields have no room for a date. */
const cutTimes = () => {
  const out = [...document.querySelectorAll("tbody time")].filter((time) => {
    const room = time.closest("table")?.parentElement?.getBoundingClientRect();
    return time.checkVisibility() && room && time.getBoundingClientRect().right > room.right;
  });
  const small = [...document.querySelectorAll<HTMLElement>("input[type=date]")].filter((field) => {
    const letter = Number.parseFloat(getComputedStyle(field).fontSize);
    return field.checkVisibility() && field.getBoundingClientRect().width < 9 * letter;
  });
  return [
    ...out.map(({ textContent }) => `${textContent} is cut`),
    ...small.map((field) => `${field.getAttribute("name")} is too small`),
  ];
};

/** In the page: which two of the things that a map says in its corner lie over one another. */
const coveredCorners = () => {
  const parts = [".map-legend", ".leaflet-control-scale", ".leaflet-control-attribution"];
  const rooms = parts.map((part) => document.querySelector(part)?.getBoundingClientRect());
  return parts.flatMap((part, index) =>
    parts.slice(index + 1).flatMap((other, after) => {
      const [one, two] = [rooms[index], rooms[index + 1 + after]];
      if (!one || !two) return [`${part} or ${other} is not there`];
      const isApart =
        one.right <= two.left + 1 ||
        two.right <= one.left + 1 ||
        one.bottom <= two.top + 1 ||
        two.bottom <= one.top + 1;
      return isApart ? [] : [`${part} and ${other}`];
    }),
  );
};

test("letters twice as large cut no time of a list and no date of its filters", async ({
  page,
}) => {
  await comeAs(page, "backoffice");
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ["/audits", "/bookings", "/reports", "/search?q=ma"]) {
    await page.goto(`/backoffice${path}`);
    await untilSettled(page);
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    expect(await page.evaluate(cutTimes), path).toEqual([]);
  }
});

test("what a map says in its corner lies side by side on a phone, also with letters twice as large", async ({
  page,
}) => {
  await comeAs(page, "owner");
  for (const width of [360, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("/owner");
    await expect(page.locator(".map-legend")).toBeVisible();
    for (const size of ["100%", "200%"]) {
      await page.evaluate(
        (size) => document.documentElement.style.setProperty("font-size", size),
        size,
      );
      expect(await page.evaluate(coveredCorners), `${width} pixels, ${size}`).toEqual([]);
    }
  }
});

test("letters twice as large are so in the phone's lower bar, and nothing there lies over its neighbour", async ({
  page,
}) => {
  for (const person of ["operator", "owner"] as const) {
    await page.context().clearCookies();
    await comeAs(page, person);
    for (const width of [360, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(`/${person}`);
      await untilSettled(page);
      await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
      expect(await page.evaluate(barFaults), `${person} at ${width}`).toEqual([]);
      // Nothing is lost: what has no room is behind the button for the rest.
      await page.getByRole("button", { name: "More", exact: true }).click();
      const last = page.locator("#more-nav a").filter({ visible: true }).last();
      await expect(last).toBeInViewport();
    }
  }
});

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

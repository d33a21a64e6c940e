import { expect, test, type Page } from "@playwright/test";

import { comeAs } from "./people";

interface OfficeFigures {
  readonly pendingApprovals: number;
  readonly arrivalsToday: number;
  readonly conflicts: number;
  readonly noShows: {
    readonly from: string;
    readonly to: string;
    readonly due: number;
    readonly rate: number | null;
  };
  readonly revenue: {
    readonly currencies: readonly { readonly amount: string; readonly currency: string }[];
  };
  readonly load: readonly { readonly stationId: string; readonly name: string }[];
}

/** What the API says, by the browser's own session. */
async function read<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(`/api/v1/${path}`);
  expect(answer.status()).toBe(200);
  return ((await answer.json()) as { data: T }).data;
}

const tile = (page: Page, name: string) =>
  page.getByRole("main").getByRole("link", { name: new RegExp(`^${name}`) });

const percent = (rate: number | null) =>
  rate === null
    ? "–"
    : new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 }).format(rate);

const money = ({ amount, currency }: { amount: string; currency: string }) =>
  new Intl.NumberFormat("en", { style: "currency", currency }).format(Number(amount));

test("an office's home shows the figures that the API says", async ({ page }) => {
  await comeAs(page, "backoffice");
  // Other tests change bookings meanwhile: asked again until page and API speak of the same moment.
  await expect(async () => {
    await page.goto("/backoffice");
    const said = await read<OfficeFigures>(page, "dashboard");
    const soon = { timeout: 1000 };
    const holds = (name: string, text: string) =>
      expect(tile(page, name)).toContainText(text, soon);
    await holds("Bookings to approve", String(said.pendingApprovals));
    // The view, whose words are right when nothing waits; not a filter.
    await expect(tile(page, "Bookings to approve")).toHaveAttribute(
      "href",
      "/backoffice/bookings?view=waiting",
    );
    await holds("Arrivals left today", String(said.arrivalsToday));
    await holds("Bookings in conflict", String(said.conflicts));
    await holds("No-shows, 30 days", percent(said.noShows.rate));
    for (const sum of said.revenue.currencies) await holds("Revenue, 30 days", money(sum));
    const { from, to } = said.noShows;
    await expect(tile(page, "No-shows, 30 days")).toHaveAttribute(
      "href",
      `/backoffice/bookings?status=NoShow&from=${from}&to=${to}`,
    );
    const fullest = said.load[0];
    const first = page.getByRole("list", { name: "Today by station" }).getByRole("link").first();
    if (fullest) {
      await expect(first).toContainText(fullest.name, soon);
      await expect(first).toHaveAttribute("href", `/backoffice/day?station=${fullest.stationId}`);
    }
  }).toPass();
});

test("a chart says its numbers to the eye, the keyboard and as a table", async ({ page }) => {
  await comeAs(page, "backoffice");
  await page.goto("/backoffice");
  const report = await read<{
    groups: readonly { revenue: readonly { amount: string; currency: string }[] }[];
    total: { revenue: readonly unknown[] };
  }>(page, "reports/revenue");
  test.skip(report.total.revenue.length !== 1, "The demo charges in one currency.");
  const chart = page.getByRole("slider", { name: /^Revenue by day/ });
  await expect(page.getByRole("img", { name: /^Revenue by day/ })).toBeVisible();
  const said = report.groups.map(({ revenue }) =>
    money(revenue[0] ?? { amount: "0", currency: "USD" }),
  );
  await chart.focus();
  await expect(chart).toHaveAttribute("aria-valuetext", new RegExp(`: \\${said.at(-1)}$`));
  await page.keyboard.press("ArrowLeft");
  await expect(chart).toHaveAttribute("aria-valuetext", new RegExp(`: \\${said.at(-2)}$`));
  await page.keyboard.press("Home");
  await expect(chart).toHaveAttribute("aria-valuetext", new RegExp(`: \\${said[0]}$`));
  const card = page.getByRole("region", { name: "Revenue by day", exact: true });
  await card.getByText("Show as a table").click();
  await expect(card.getByRole("row")).toHaveCount(said.length + 1);
  await expect(card.getByRole("row").nth(1)).toContainText(String(said.at(-1)));
});

test("an administrator's home shows the figures that the API says, each a link", async ({
  page,
}) => {
  await comeAs(page, "admin");
  await expect(async () => {
    await page.goto("/admin");
    const said = await read<Record<string, number>>(page, "dashboard");
    for (const [name, figure] of [
      ["Requests waiting", "pendingRequests"],
      ["Bookings today", "bookingsToday"],
      ["Bookings in conflict", "conflicts"],
      ["Messages not sent", "parkedMessages"],
      ["Active businesses", "businesses"],
      ["Stations", "stations"],
      ["Users", "users"],
    ] as const) {
      const value = (said[figure] ?? -1).toLocaleString("en");
      await expect(tile(page, name)).toContainText(`${name}${value}`, { timeout: 1000 });
    }
  }).toPass();
  await expect(page.getByRole("img", { name: "Bookings by day" })).toBeVisible();
  await expect(tile(page, "Users")).toHaveAttribute("href", "/admin/users");
});

test("a page that takes its time shows that it is on the way", async ({ page }) => {
  await comeAs(page, "backoffice");
  await page.route(/\/backoffice\/bookings\?.*_rsc/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  const waiting = page.getByRole("progressbar", { name: "Loading" });
  // A click before the page's script is there is the browser's own to show.
  const listening = page.waitForResponse(/\/api\/live/);
  await page.goto("/backoffice");
  await listening;
  await tile(page, "Bookings to approve").click();
  await expect(waiting).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Bookings" })).toBeVisible();
  await expect(waiting).toHaveCount(0);
});

test("the phone's panel of further pages closes on the way to one", async ({ page, isMobile }) => {
  test.skip(!isMobile, "Only a phone's bar has such a panel.");
  await comeAs(page, "backoffice");
  await page.goto("/backoffice");
  const nav = page.getByRole("navigation", { name: "Main" });
  await nav.getByRole("button", { name: "More" }).click();
  const link = nav.getByRole("link", { name: "Settings" });
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await expect(link).toBeHidden();
});

test("reports say their days, and go to those often asked for by a click", async ({ page }) => {
  await comeAs(page, "backoffice");
  await page.goto("/backoffice/reports");
  const often = page.getByRole("navigation", { name: "Frequent choices" });
  await expect(often.getByRole("link", { name: "Last 30 days" })).toHaveAttribute(
    "aria-current",
    "true",
  );
  await expect(page.getByRole("combobox", { name: "By" })).toHaveValue("day");
  await often.getByRole("link", { name: "Last 12 months" }).click();
  await expect(page).toHaveURL(/from=\d{4}-\d{2}-01&to=/);
  await expect(page.getByRole("combobox", { name: "By" })).toHaveValue("week");
  const [, from = ""] = /from=([\d-]+)/.exec(page.url()) ?? [];
  await expect(page.getByLabel("From", { exact: true })).toHaveValue(from);
  const { from: said } = await read<{ from: string }>(
    page,
    `reports/revenue?from=${from}&to=${from}`,
  );
  expect(said).toBe(from);
  // Long ago there is one word for all of them.
  await page.goto("/backoffice/reports?from=2001-01-01&to=2001-01-31");
  await expect(page.getByText("No booking and no session in these days")).toHaveCount(1);
});

interface Suggested {
  readonly suggestions: readonly {
    readonly station: { readonly id: string; readonly name: string };
    readonly startsAt: string;
    readonly score: number;
    readonly parts: readonly {
      readonly points: number;
      readonly of: number;
      readonly words: string;
    }[];
  }[];
}

test("an owner's home suggests what the API does, says why, and leads on to book it", async ({
  page,
}) => {
  await comeAs(page, "owner");
  const card = page.getByRole("region", { name: "Suggested for you" });
  // Places are taken meanwhile, and time goes by: asked again until page and API speak of the same moment.
  await expect(async () => {
    await page.goto("/owner");
    const { suggestions } = await read<Suggested>(page, "suggestions");
    const soon = { timeout: 1000 };
    await expect(card.getByRole("listitem")).toHaveCount(Math.min(suggestions.length, 3), soon);
    const [best] = suggestions;
    if (!best) throw new Error("The demo's owner has charged before.");
    const first = card.getByRole("listitem").first();
    await expect(first).toContainText(`${best.score} of 100`, soon);
    await first.getByText("Why").click();
    for (const { points, of, words } of best.parts) {
      await expect(first).toContainText(words, soon);
      await expect(first).toContainText(`${points} of ${of}`, soon);
    }
    await first.getByRole("link", { name: `Book ${best.station.name}` }).click();
    await page.waitForURL(`**/stations/${best.station.id}/book?startsAt=*`);
    await expect(page.getByRole("heading", { name: "When" })).toBeVisible();
  }).toPass();
});

test("an office's home tells what stands out by the API's numbers", async ({ page }) => {
  await comeAs(page, "backoffice");
  await expect(async () => {
    await page.goto("/backoffice");
    const told = await read<{
      soldOut: readonly { from: string; to: string }[];
      failingConnectors: readonly { number: number }[];
      quietWindows: readonly { station: { name: string } }[];
    }>(page, "suggestions/operations");
    const rows = Object.values(told).flatMap((part) => (Array.isArray(part) ? part : []));
    const card = page.getByRole("region", { name: "What stands out" });
    await expect(card).toHaveCount(rows.length > 0 ? 1 : 0, { timeout: 1000 });
    await expect(card.getByRole("listitem")).toHaveCount(rows.length, { timeout: 1000 });
    for (const { from, to } of told.soldOut) await expect(card).toContainText(`${from}–${to}`);
    for (const { station } of told.quietWindows) await expect(card).toContainText(station.name);
  }).toPass();
});

test("the API's description runs in a browser", async ({ page }) => {
  await page.goto("/api/docs");
  // It draws hundreds of endpoints at once, which a busy machine needs longer for than any page of ours.
  const drawn = { timeout: 40_000 };
  await expect(page.getByRole("heading", { name: /Baybook/ }).first()).toBeVisible(drawn);
  await expect(page.getByText("Find where an address is")).toBeVisible(drawn);
});

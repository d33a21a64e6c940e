import { type BrowserContext, expect, type Page, test } from "@playwright/test";

import { ownSite } from "../support/sites";
import { startNewerSite } from "./newer-site";
import { comeAs, people, signIn } from "./people";

const title = (page: Page) => page.getByRole("heading", { level: 1 });
const noNetwork = (page: Page) => page.getByRole("heading", { level: 1, name: "No network" });

/** That there is none, as a page that works without says it. */
const says = (page: Page) =>
  page.getByRole("main").getByText("No network", { exact: true }).first();

/** What the browser keeps: databases by name, and what lies in each cache by its path. */
function keptIn(page: Page) {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const entries = names.map(async (name) => {
      const requests = await (await caches.open(name)).keys();
      return [name, requests.map(({ url }) => new URL(url).pathname)] as const;
    });
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const caught: Record<string, string[]> = Object.fromEntries(await Promise.all(entries));
    return { databases, caches: caught };
  });
}

/** Whether a script that holds these words is kept. */
function keptScript(page: Page, words: string): Promise<boolean> {
  return page.evaluate(async (words) => {
    const kept = await (await caches.open("baybook-assets")).matchAll();
    const texts = await Promise.all(kept.map((one) => one.text()));
    return texts.some((text) => text.includes(words));
  }, words);
}

/** An operator's first visit with network, until the page is kept. */
async function visit(page: Page, come = comeAs, url = ""): Promise<void> {
  await come(page, "operator");
  await page.goto(`${url}/operator`);
  await expect
    .poll(async () => (await keptIn(page)).caches["baybook-pages"], { timeout: 30_000 })
    .toEqual(expect.arrayContaining(["/operator", "/operator/scan", "/operator/session"]));
}

async function comeBackWithout(context: BrowserContext, page: Page): Promise<Page> {
  await page.close();
  await context.setOffline(true);
  return context.newPage();
}

test("the app can be installed, and begins at whoever's home it is", async ({ page, context }) => {
  await visit(page);
  const devtools = await context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // The tests' browser keeps nothing for longer than a test, which it calls incognito.
  const faults = installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito");
  expect(faults).toEqual([]);
  const { data, errors } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? "{}") as {
    icons: { src: string; sizes: string; purpose?: string }[];
    screenshots: { src: string; sizes: string; form_factor: string; label: string }[];
    shortcuts: { url: string }[];
  };
  expect(manifest).toMatchObject({ id: "/", start_url: "/start", display: "standalone" });
  expect(manifest.shortcuts.map(({ url }) => url)).toEqual([
    "/owner",
    "/owner/qr",
    "/operator/scan",
  ]);
  const maskable = manifest.icons.filter(({ purpose }) => purpose === "maskable");
  expect(maskable.map(({ sizes }) => sizes)).toEqual(["192x192", "512x512"]);
  const forms = Map.groupBy(manifest.screenshots, (one) => one.form_factor);
  expect([...forms.keys()]).toEqual(["narrow", "wide"]);
  for (const of of forms.values()) expect(new Set(of.map(({ sizes }) => sizes)).size).toBe(1);
  expect(manifest.screenshots.filter(({ label }) => !label)).toEqual([]);
  for (const { src, sizes } of [...manifest.icons, ...manifest.screenshots]) {
    const picture = page.evaluate(async (src) => {
      const { width, height } = await createImageBitmap(await (await fetch(src)).blob());
      return `${width}x${height}`;
    }, src);
    expect(await picture).toBe(sizes);
  }
  await page.goto("/start");
  await expect(page).toHaveURL(people.operator.home);
  await context.clearCookies();
  await page.goto("/start");
  await expect(page).toHaveURL("/");
});

test("S38: after one visit it starts without network, and says that it does", async ({
  page,
  context,
}) => {
  await visit(page);
  const name = await title(page).innerText();
  const { caches } = await keptIn(page);
  const kept = Object.values(caches).flat();
  expect(
    kept.filter((path) => !/^(\/_next\/static\/|\/icons\/|\/operator(\/|$)|\/offline$)/.test(path)),
  ).toEqual([]);

  // The camera's library, which a page brings at its first use alone.
  await expect.poll(() => keptScript(page, "BarcodeDetector"), { timeout: 30_000 }).toBe(true);

  const cold = await comeBackWithout(context, page);
  await cold.goto("/start");
  await expect(cold).toHaveURL(people.operator.home);
  await expect(title(cold)).toHaveText(name);
  // What says so is no part of the kept page: its script runs.
  await expect(says(cold)).toBeVisible();

  // A page that was kept without a query stands for every query: what it is asked it reads by itself.
  const path = `/operator/session?booking=${crypto.randomUUID()}`;
  await cold.goto(path);
  await expect(cold).toHaveURL(path);
  await expect(cold.getByRole("heading", { name: "No network" })).toBeHidden();
  await expect(says(cold)).toBeVisible();

  await context.setOffline(false);
  await cold.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(cold.getByText("No network", { exact: true })).toHaveCount(0);
});

test("S38: a link to a page that is not kept says so in plain words, and opens when the network is back", async ({
  page,
  context,
}) => {
  await visit(page);
  await context.setOffline(true);
  await page.getByRole("button", { name: /^Your account/ }).click();
  await page.getByRole("link", { name: "Change password" }).click();
  await expect(noNetwork(page)).toBeVisible();
  await expect(page).toHaveURL("/change-password");
  await page.goBack();
  await expect(says(page)).toBeVisible();
  await page.goForward();
  await expect(noNetwork(page)).toBeVisible();
  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Change password" })).toBeVisible();
});

test("signing out erases all that was kept", async ({ page, context }) => {
  // By a session of its own, since it ends.
  await visit(page, signIn);
  expect((await keptIn(page)).databases).toEqual(["baybook"]);
  await page.getByRole("button", { name: /^Your account/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/\/$/);
  const { databases, caches } = await keptIn(page);
  expect([databases, caches["baybook-pages"]]).toEqual([[], undefined]);
  const cold = await comeBackWithout(context, page);
  await cold.goto("/operator");
  await expect(noNetwork(cold)).toBeVisible();

  // Without network as well; the server hears of it before any page is shown again.
  await context.setOffline(false);
  await visit(cold, signIn);
  const other = await context.newPage();
  await other.goto("/operator");
  await expect(title(other)).toBeVisible();
  await context.setOffline(true);
  await cold.getByRole("button", { name: /^Your account/ }).click();
  await cold.getByRole("button", { name: "Sign out" }).click();
  await cold.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
  for (const tab of [cold, other]) {
    await expect(noNetwork(tab)).toBeVisible();
    await expect(tab.getByText("You are signed out")).toBeVisible();
  }
  const left = await keptIn(cold);
  expect([left.databases, left.caches["baybook-pages"]]).toEqual([[], undefined]);
  await context.setOffline(false);
  await cold.goto("/operator");
  await expect(cold).toHaveURL(/\/login/);
  expect((await keptIn(cold)).caches).not.toHaveProperty("baybook-leaving");
});

test("so does somebody else who signs in on the same device", async ({ page }) => {
  await visit(page);
  await comeAs(page, "backoffice");
  await page.goto("/backoffice");
  await expect
    .poll(async () => {
      const { databases, caches } = await keptIn(page);
      return [databases, caches["baybook-pages"]];
    })
    .toEqual([[], undefined]);
});

test("an owner's bookings and codes open without network after a restart, and for nobody else", async ({
  page,
  context,
}) => {
  await comeAs(page, "owner");
  await page.goto("/owner/qr");
  const code = page.getByRole("img", { name: /^QR code,/ }).first();
  const before = await code.getAttribute("src");
  // One page after the other is kept, those of the bookings to come last.
  const coming = await page.request.get("/api/v1/bookings?view=upcoming&limit=10");
  const { data } = (await coming.json()) as { data: { id: string }[] };
  const bookings = data.map(({ id }) => `/owner/bookings/${id}`);
  await expect
    .poll(async () => (await keptIn(page)).caches["baybook-pages"], { timeout: 30_000 })
    .toEqual(expect.arrayContaining(["/owner", "/owner/bookings", "/owner/qr", ...bookings]));
  const cold = await comeBackWithout(context, page);
  await cold.goto("/start");
  await expect(cold).toHaveURL(people.owner.home);
  await cold.goto("/owner/qr");
  const kept = cold.getByRole("img", { name: /^QR code,/ }).first();
  await expect(kept).toHaveAttribute("src", before ?? "");
  expect(await kept.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await expect(says(cold)).toBeVisible();
  // A booking that nobody opened here is kept as well.
  await cold.goto("/owner/bookings");
  await cold
    .getByRole("link", { name: /Approved/ })
    .first()
    .click();
  await expect(cold).toHaveURL(/\/owner\/bookings\/[0-9a-f-]{36}$/);
  await expect(cold.getByRole("img", { name: /^QR code,/ })).toBeVisible();

  // Somebody else on the same phone sees nothing of it.
  await context.setOffline(false);
  await comeAs(cold, "operator");
  await cold.goto("/operator");
  const pages = async () => (await keptIn(cold)).caches["baybook-pages"] ?? [];
  await expect.poll(pages, { timeout: 30_000 }).toEqual(expect.arrayContaining(["/operator"]));
  // The page itself is kept as it comes; what was the owner's goes as soon as its script has run.
  await expect
    .poll(async () => (await pages()).filter((path) => path.startsWith("/owner")))
    .toEqual([]);
});

test("a session that has ended leaves no page behind", async ({ page, context }) => {
  await visit(page);
  await context.clearCookies();
  await page.goto("/operator");
  await expect(page).toHaveURL(/\/login\?next=/);
  await expect.poll(async () => (await keptIn(page)).caches["baybook-pages"]).toBeUndefined();
});

test("a new version waits until it is asked for, and while something typed is not sent", async ({
  page,
}) => {
  const site = await startNewerSite(ownSite()?.url ?? "");
  try {
    await visit(page, comeAs, site.url);
    site.release();
    await page.evaluate(async () => {
      Object.assign(window, { before: true });
      await (await navigator.serviceWorker.getRegistration())?.update();
      document.querySelector("main")?.append(document.createElement("input"));
    });
    const ready = page.getByText("A new version is ready.");
    await expect(ready).toBeVisible({ timeout: 30_000 });
    const field = page.locator("main > input");
    await field.fill("The cable is loose");
    await page.getByRole("button", { name: "Update now" }).click();
    await expect(page.getByText("The new version waits for what you typed")).toBeVisible();
    await expect(field).toHaveValue("The cable is loose");
    expect(await page.evaluate(() => "before" in window)).toBe(true);

    await field.fill("");
    await page.getByRole("button", { name: "Update now" }).click();
    await page.waitForFunction(() => !("before" in window));
    await expect(title(page)).toBeVisible();
    await expect(ready).toBeHidden();
  } finally {
    site.close();
  }
});

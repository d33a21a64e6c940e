import { expect, test, type Page } from "@playwright/test";

const count = (page: Page) =>
  page
    .getByText(/^(No|[\d,]+) stations?( within .*)?$/)
    .first()
    .textContent();

/** The number at the head of "1,234 stations". */
async function total(page: Page): Promise<number> {
  await expect(page.getByText("Updating")).toBeHidden();
  return Number((await count(page))?.replace(/^No/, "0").replace(/ .*/, "").replaceAll(",", ""));
}

test("the list is there before any script", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.getByRole("listitem").getByRole("heading", { level: 3 }).first()).toBeVisible();
  await context.close();
});

test("list and map find the same stations, whatever is asked", async ({ page }) => {
  for (const params of [
    "",
    "type=DC",
    "search=Albany",
    "near=42.6526,-73.7562&radius=10&type=AC",
  ]) {
    const [list, map] = await Promise.all([
      page.request.get(`/api/v1/stations?${params}&limit=1`),
      page.request.get(`/api/v1/stations/map?${params}&zoom=5`),
    ]);
    const { pagination } = (await list.json()) as { pagination: { total: number } };
    const { data } = (await map.json()) as { data: { places: { count: number }[] } };
    const drawn = data.places.reduce((sum, place) => sum + place.count, 0);
    expect({ params, drawn }).toEqual({ params, drawn: pagination.total });
  }
});

test("a search narrows the list and is kept in the address", async ({ page }) => {
  await page.goto("/");
  const all = await total(page);
  await page.getByRole("searchbox").fill("Albany");
  await page.waitForURL(/search=Albany/);
  const found = await total(page);
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(all);
  await page.reload();
  expect(await total(page)).toBe(found);
  await expect(page.getByRole("searchbox")).toHaveValue("Albany");
});

test("the map of a place shows as many stations as the list counts", async ({ page }) => {
  await page.goto("/?near=42.6526,-73.7562&radius=5");
  const listed = await total(page);
  expect(listed).toBeGreaterThan(0);
  const toMap = page.getByText("Map", { exact: true });
  if (await toMap.isVisible()) await toMap.click();
  const pins = page.locator(".leaflet-marker-pane [role=button]");
  await expect(pins.first()).toBeVisible();
  const drawn = async () => {
    const labels = await pins.locator(".sr-only").allTextContents();
    return labels.reduce((sum, label) => {
      const many = /([\d,]+) stations here/.exec(label)?.[1];
      return sum + (many ? Number(many.replaceAll(",", "")) : 1);
    }, 0);
  };
  await expect.poll(drawn).toBe(listed);
});

test("near me asks for the position and finds what is around", async ({ page, context }) => {
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ latitude: 42.6526, longitude: -73.7562 });
  await page.goto("/");
  await page.getByRole("button", { name: "Near me" }).click();
  await page.waitForURL(/near=42\.65260(,|%2C)-73\.75620&radius=25/);
  await expect(page.getByText(/stations within 25 km/)).toBeVisible();
});

test("without the position the finder says so, and nothing else changes", async ({ page }) => {
  await page.goto("/");
  const all = await total(page);
  await page.getByRole("button", { name: "Near me" }).click();
  await expect(page.getByText(/did not say where you are|could not be found/)).toBeVisible();
  expect(await total(page)).toBe(all);
});

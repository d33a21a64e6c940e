import { expect, type Page, test } from "@playwright/test";
import sharp from "sharp";

import { installScreenshots } from "@/components/shell/install-screenshots";
import { root } from "@/scripts/parts/paths";

import { bookableStation } from "../browser/known-ids";
import { comeAs, type Person } from "../browser/people";

/** Where there are many stations, whatever the browser would tell. */
const finder = "/owner?near=40.75490,-73.98400&radius=5";

/** No station of a test's own may show in them. Which page each picture shows, and to whom. */
const shown: Readonly<Record<string, { readonly path: string; readonly as?: Person }>> = {
  find: { path: finder, as: "owner" },
  station: { path: "/stations/{bookable}", as: "owner" },
  code: { path: "/owner/qr", as: "owner" },
  today: { path: "/operator", as: "operator" },
  map: { path: finder, as: "owner" },
  booking: { path: "/owner/bookings/{booked}", as: "owner" },
  office: { path: "/backoffice", as: "backoffice" },
};

/** The next booking of whoever is signed in that has a code. */
async function bookedBy(page: Page): Promise<string> {
  const answer = await page.request.get("/api/v1/bookings?view=upcoming&status=Approved&limit=1");
  const [booking] = ((await answer.json()) as { data: { id: string }[] }).data;
  if (!booking) throw new Error("The demo's owner has no booking with a code.");
  return booking.id;
}

for (const { name, width, height, scale } of installScreenshots) {
  test(`the installed app's picture "${name}"`, async ({ browser, baseURL }) => {
    const viewport = { width: width / scale, height: height / scale };
    // The reader is where the demo's stations are.
    const reader = { locale: "en-US", timezoneId: "America/New_York" };
    const looks = { viewport, deviceScaleFactor: scale, ...reader };
    const context = await browser.newContext({ baseURL, ...looks });
    const page = await context.newPage();
    const { path, as } = shown[name] ?? { path: "/" };
    const bookable = await bookableStation(page);
    if (as) await comeAs(page, as);
    const booked = as === "owner" ? await bookedBy(page) : "";
    await page.goto(path.replace("{bookable}", bookable).replace("{booked}", booked));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    const picture = await page.screenshot({ animations: "disabled" });
    await sharp(picture)
      .webp({ quality: 75, effort: 6 })
      .toFile(root(`public/screenshots/${name}.webp`));
    await context.close();
  });
}

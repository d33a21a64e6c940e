import { expect, test } from "@playwright/test";
import sharp from "sharp";

import { installScreenshots } from "@/components/shell/install-screenshots";
import { root } from "@/scripts/parts/paths";

import { bookableStation } from "../browser/known-ids";
import { comeAs, type Person } from "../browser/people";

/** No station of a test's own may show in them. Which page each picture shows, and to whom. */
const shown: Readonly<Record<string, { readonly path: string; readonly as?: Person }>> = {
  find: { path: "/" },
  station: { path: "/stations/{bookable}" },
  today: { path: "/operator", as: "operator" },
  map: { path: "/" },
  office: { path: "/backoffice", as: "backoffice" },
};

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
    await page.goto(path.replace("{bookable}", bookable));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    const picture = await page.screenshot({ animations: "disabled" });
    await sharp(picture)
      .webp({ quality: 80 })
      .toFile(root(`public/screenshots/${name}.webp`));
    await context.close();
  });
}

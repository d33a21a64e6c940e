import { gzipSync } from "node:zlib";

import { expect, test } from "@playwright/test";

import { signIn } from "./people";
import { sitePages } from "./site-pages";

/** Bytes of compressed script that a page may load at first (quality.md, Performance). */
const limit = 170_000;

test("no page loads more than 170 kB of script at first, maps aside", async ({ page }, {
  project,
}) => {
  test.skip(project.name !== "phone", "Once is enough; a phone has less in view.");
  test.setTimeout(240_000);
  let signedIn: string | undefined;
  for (const { name, path, as } of await sitePages(page)) {
    if (as && as !== signedIn) {
      await page.context().clearCookies({ name: /session/ });
      await signIn(page, as);
      signedIn = as;
    }
    const bodies: Promise<number>[] = [];
    page.removeAllListeners("response");
    page.on("response", (answer) => {
      if (!/javascript/.test(answer.headers()["content-type"] ?? "")) return;
      bodies.push(
        answer.body().then(
          // A map in view has begun to bring its library, which comes after the page and does not count.
          (body) => (body.includes("leaflet-container") ? 0 : gzipSync(body).length),
          () => 0,
        ),
      );
    });
    await page.goto(path, { waitUntil: "load" });
    const size = (await Promise.all(bodies)).reduce((sum, bytes) => sum + bytes, 0);
    expect.soft(size, `${name} loads ${size} bytes`).toBeLessThanOrEqual(limit);
  }
});

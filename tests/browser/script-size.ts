import { gzipSync } from "node:zlib";

import type { Page } from "@playwright/test";

/** Opens a page and returns how many bytes of compressed script it loads at first, maps aside. */
export async function openAndWeigh(page: Page, path: string): Promise<number> {
  const bodies: Promise<number>[] = [];
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
  const loaded = bodies.slice();
  page.removeAllListeners("response");
  return (await Promise.all(loaded)).reduce((sum, bytes) => sum + bytes, 0);
}

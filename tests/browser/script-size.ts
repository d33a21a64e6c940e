import { gzipSync } from "node:zlib";

import type { Page } from "@playwright/test";

/** Scripts by address, whose names change with what is in them: each is fetched and packed once in a worker. */
const sizes = new Map<string, Promise<number>>();

/**
 * How many bytes of compressed script the page had loaded when it was there at first, maps aside. It counts the same whether the browser
 * fetched them or had them from a page before: what a first visitor loads.
 */
export async function loadedScript(page: Page): Promise<number> {
  const addresses = await page.evaluate(() => {
    const [visit] = performance.getEntriesByType("navigation");
    // Zero until the page has dealt with its own load.
    const end = (visit instanceof PerformanceNavigationTiming && visit.loadEventEnd) || Infinity;
    return performance
      .getEntriesByType("resource")
      .filter(({ startTime, duration }) => startTime + duration <= end)
      .map(({ name }) => name)
      .filter((name) => new URL(name).pathname.endsWith(".js"));
  });
  const loaded = [...new Set(addresses)].map((address) => {
    const size = sizes.get(address) ?? sizeOf(page, address);
    sizes.set(address, size);
    return size;
  });
  return (await Promise.all(loaded)).reduce((sum, bytes) => sum + bytes, 0);
}

async function sizeOf(page: Page, address: string): Promise<number> {
  const body = await (await page.request.get(address)).body();
  // A map in view has begun to bring its library, which comes after the page and does not count.
  return body.includes("leaflet-container") ? 0 : gzipSync(body).length;
}

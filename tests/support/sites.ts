/** Where one of Playwright's workers finds its servers, and what they were started with. */
export interface Site {
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Tells the workers that are started from now on which site each of them has. */
export function announceSites(sites: readonly Site[]): void {
  process.env.BROWSER_SITES = JSON.stringify(sites);
}

/**
 * The site of the Playwright worker that asks: each has servers and a database that no other touches. Undefined
 * before they run. Where BASE_URL is set, it is what runs there.
 */
export function ownSite(): Site | undefined {
  if (process.env.BASE_URL) return { url: process.env.BASE_URL, env: {} };
  const sites = JSON.parse(process.env.BROWSER_SITES ?? "[]") as Site[];
  return sites[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
}

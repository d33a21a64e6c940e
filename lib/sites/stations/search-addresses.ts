import { z } from "zod";

import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { inDigits } from "@/lib/core/fields";
import { askOutside } from "@/lib/core/outside";
import { scopeOf } from "@/lib/core/permissions";
import { productName } from "@/lib/core/product-name";

import type { Address, SearchAddresses } from "./schema";

/** Milliseconds that a geocoder has; somebody is waiting at a form. */
const patience = 5_000;
const limit = 5;

/** What Nominatim's search answers in its `jsonv2` format, as far as it matters here. */
const Answer = z.array(
  z.object({ display_name: z.string(), lat: inDigits(z.number()), lon: inDigits(z.number()) }),
);

/** Whether this installation can look addresses up, for whoever would. */
export function hasGeocoder(ctx: Context): boolean {
  scopeOf(ctx, "station.manage");
  return ctx.config.geocoderUrl !== undefined;
}

/**
 * Where an address is, best first and at most five, from the geocoder that the installation names.
 * Throws address.no_geocoder where it names none, address.unavailable while it does not answer.
 */
export async function searchAddresses(ctx: Context, { q }: SearchAddresses): Promise<Address[]> {
  scopeOf(ctx, "station.manage");
  const { geocoderUrl, baseUrl } = ctx.config;
  if (!geocoderUrl) throw fail("address.no_geocoder");
  const url = new URL(geocoderUrl);
  url.searchParams.set("q", q);
  url.searchParams.set("format", "jsonv2");
  url.searchParams.set("limit", String(limit));
  const found = await ask(url, baseUrl);
  return found
    .slice(0, limit)
    .map(({ display_name: name, lat, lon: lng }) => ({ name, location: { lat, lng } }));
}

async function ask(url: URL, baseUrl: string): Promise<z.infer<typeof Answer>> {
  // Nominatim asks callers to say who they are.
  const headers = { "User-Agent": `${productName} (${baseUrl})`, Accept: "application/json" };
  const found = await askOutside("The geocoder", async () => {
    try {
      const answer = await fetch(url, { headers, signal: AbortSignal.timeout(patience) });
      return answer.ok ? Answer.parse(await answer.json()) : null;
    } catch {
      // Away, too slow, or no Nominatim: to whoever waits it is the same.
      return null;
    }
  });
  if (!found) throw fail("address.unavailable");
  return found;
}

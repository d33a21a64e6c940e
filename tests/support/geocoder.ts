import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What it knows: the demo's city, and nothing else. */
const places = [
  { display_name: "Quay Street, Albany, New York, 12207", lat: "42.6502", lon: "-73.7469" },
  { display_name: "Quay Street, Kingston, New York, 12401", lat: "41.9201", lon: "-73.9851" },
];

export interface TestGeocoder {
  /** For GEOCODER_URL. */
  readonly url: string;
  /** What was asked, oldest first. */
  readonly asked: URLSearchParams[];
  stop(): void;
}

/**
 * A geocoder that speaks Nominatim's `jsonv2`: it knows Quay Street, is broken for "broken", and finds nothing
 * else. It keeps no process alive.
 */
export async function startGeocoder(): Promise<TestGeocoder> {
  const asked: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? "/", "http://geocoder.test").searchParams;
    asked.push(query);
    const q = query.get("q") ?? "";
    response.writeHead(q === "broken" ? 500 : 200, { "Content-Type": "application/json" });
    response.end(JSON.stringify(/quay/i.test(q) ? places : []));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/search`, asked, stop: () => server.close() };
}

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const folder = new URL("data/", import.meta.url);

/** The charging stations of New York State (data/README.md). */
export function stationsCsv(): string {
  return gunzipSync(readFileSync(new URL("afdc-ny-ev-stations.csv.gz", folder))).toString("utf8");
}

/** A year of charging at the car parks of Perth & Kinross, as its Council published it (data/README.md). */
export function pastSessionsCsv(): string {
  const file = new URL("perth-kinross-sessions-2018-19.csv.gz", folder);
  return gunzipSync(readFileSync(file)).toString("utf8");
}

/** Where those car parks are. */
export function siteCsv(): string {
  return readFileSync(new URL("perth-kinross-sites.csv", folder), "utf8");
}

/** Real charging sessions: how long, and how much energy (data/README.md). */
export function realSessions(): { minutes: number; kWh: string }[] {
  const [, ...lines] = readFileSync(new URL("perth-kinross-sessions.csv", folder), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => {
    const [minutes = "", kWh = ""] = line.split(",");
    return { minutes: Number(minutes), kWh };
  });
}

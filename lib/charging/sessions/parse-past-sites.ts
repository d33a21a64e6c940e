import { fail } from "@/lib/core/errors";
import { openCsv } from "@/lib/sites/stations/inside";

/** Where a site of a file of past sessions is, WGS84. */
export interface PastSite {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * Parses where sites are: a CSV with the columns name, latitude and longitude. A line without a name or a position
 * says nothing. Throws `import.unreadable` without the columns.
 */
export async function parsePastSites(csv: string): Promise<PastSite[]> {
  const { columns, records } = await openCsv(csv, async () => {});
  const names = columns.map(({ name }) => name);
  const missing = ["name", "latitude", "longitude"].filter((name) => !names.includes(name));
  if (missing.length > 0) throw fail("import.unreadable", { why: "no_column", columns: missing });
  const read = await Array.fromAsync(records);
  return read.flatMap((record) => {
    if (!("fields" in record)) return [];
    const { name = "", latitude = "", longitude = "" } = record.fields;
    const site = { name, latitude: Number(latitude), longitude: Number(longitude) };
    const isPlace = Math.abs(site.latitude) <= 90 && Math.abs(site.longitude) <= 180;
    return name && latitude && longitude && isPlace ? [site] : [];
  });
}

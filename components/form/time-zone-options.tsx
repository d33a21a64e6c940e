import { timeZones } from "@/lib/core/zone-names";

/** Every time zone that can be chosen, by region, with the place's name as people write it; and `own`, the one that is set. */
export function TimeZoneOptions({ own }: { own?: string }) {
  const regions = new Map<string, string[]>();
  for (const zone of timeZones) {
    // Zones of the sea are taken where they are named, and nobody looks for them among places.
    if (zone.startsWith("Etc/") && zone !== own) continue;
    const [region = zone] = zone.split("/");
    regions.set(region, [...(regions.get(region) ?? []), zone]);
  }
  return [...regions].map(([region, zones]) => (
    <optgroup key={region} label={region}>
      {zones.map((zone) => (
        <option key={zone} value={zone}>
          {zone
            .slice(zone.indexOf("/") + 1)
            .replaceAll("_", " ")
            .replaceAll("/", ", ")}
        </option>
      ))}
    </optgroup>
  ));
}

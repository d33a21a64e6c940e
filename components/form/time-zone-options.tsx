/**
 * Every zone the runtime lists, by region, with the place's name as people write it; and `own`, the one that is
 * set: the runtime takes other names too, such as UTC or Asia/Kathmandu.
 */
export function TimeZoneOptions({ own }: { own?: string }) {
  const regions = new Map<string, string[]>();
  for (const zone of new Set([...(own ? [own] : []), ...Intl.supportedValuesOf("timeZone")])) {
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

/** Every zone the runtime knows, by region, with the place's name as people write it. */
export function TimeZoneOptions() {
  const regions = new Map<string, string[]>();
  for (const zone of Intl.supportedValuesOf("timeZone")) {
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

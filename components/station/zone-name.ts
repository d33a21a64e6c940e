/** A zone's name as people say it: `America/New_York` is `New York`. */
export function zoneName(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

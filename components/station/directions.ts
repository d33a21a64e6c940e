/**
 * Where directions to a place open (degrees): in the phone's own maps where its browser's `agent` (the header
 * User-Agent) tells which these are, else on a map of the web.
 */
export function directionsTo(
  { lat, lng, name }: { readonly lat: number; readonly lng: number; readonly name: string },
  agent: string,
): string {
  if (/iPhone|iPad|Macintosh/.test(agent)) return `https://maps.apple.com/?daddr=${lat},${lng}`;
  if (agent.includes("Android")) return `geo:0,0?q=${lat},${lng}(${encodeURIComponent(name)})`;
  return `https://www.openstreetmap.org/directions?to=${lat}%2C${lng}`;
}

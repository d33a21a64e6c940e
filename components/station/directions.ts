import { phoneMaps } from "@/lib/core/phone-maps";

/**
 * Where directions to a place open (degrees): in the phone's own maps where its browser's `agent` (the header
 * User-Agent) tells which these are, else on a map of the web.
 */
export function directionsTo(
  { lat, lng, name }: { readonly lat: number; readonly lng: number; readonly name: string },
  agent: string,
): string {
  switch (phoneMaps(agent)) {
    case "apple":
      return `https://maps.apple.com/?daddr=${lat},${lng}`;
    case "android":
      return `geo:0,0?q=${lat},${lng}(${encodeURIComponent(name)})`;
    case "web":
      return `https://www.openstreetmap.org/directions?to=${lat}%2C${lng}`;
  }
}

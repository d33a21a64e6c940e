"use client";

import { Navigation } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";

import { ExternalButtonLink } from "../ui/button-link";

interface Place {
  readonly lat: number;
  readonly lng: number;
  readonly name: string;
}

/** Where directions open: in the phone's own maps where it is known which these are, else on a map of the web. */
function addressFor({ lat, lng, name }: Place, agent: string): string {
  if (/iPhone|iPad|Macintosh/.test(agent)) return `https://maps.apple.com/?daddr=${lat},${lng}`;
  if (agent.includes("Android")) return `geo:0,0?q=${lat},${lng}(${encodeURIComponent(name)})`;
  return `https://www.openstreetmap.org/directions?to=${lat}%2C${lng}`;
}

/** Leads to directions to a station. */
export function DirectionsLink(place: Place) {
  const t = useTranslations("ownBookings");
  const agent = useSyncExternalStore(
    () => () => undefined,
    () => navigator.userAgent,
    () => "",
  );
  return (
    <ExternalButtonLink look="secondary" href={addressFor(place, agent)}>
      <Navigation aria-hidden />
      {t("directions")}
    </ExternalButtonLink>
  );
}

"use client";

import { Navigation } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";

import { directionsTo } from "../station/directions";
import { ExternalButtonLink } from "../ui/button-link";

/** Leads to directions to a station. */
export function DirectionsLink(place: Parameters<typeof directionsTo>[0]) {
  const t = useTranslations("ownBookings");
  const agent = useSyncExternalStore(
    () => () => undefined,
    () => navigator.userAgent,
    () => "",
  );
  return (
    <ExternalButtonLink look="secondary" href={directionsTo(place, agent)}>
      <Navigation aria-hidden />
      {t("directions")}
    </ExternalButtonLink>
  );
}

import { MapPin, Navigation, Plug, Zap } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";

import { RatingLine } from "@/components/reviews/station-reviews";
import { directionsTo } from "@/components/station/directions";
import { BackLink } from "@/components/ui/back-link";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { userOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import type { StationView } from "@/lib/sites/stations/schema";

import { OwnHeart } from "./own-heart";

/** What the station is called, where it is, and what it has; the way there, and a driver's heart. */
export async function StationHead({
  ctx,
  station,
  query,
}: {
  ctx: Context;
  station: StationView;
  query: string;
}) {
  const t = await getTranslations("station");
  const isDriver = userOf(ctx)?.role === "EvOwner";
  const agent = (await headers()).get("user-agent") ?? "";
  return (
    <header>
      <BackLink href={isDriver ? "/owner" : "/"}>{t("back")}</BackLink>
      <div className="mt-2 flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-2xl font-semibold">{station.name}</h1>
          <p className="mt-1.5 flex items-start gap-1.5 text-ink-soft">
            <MapPin aria-hidden className="mt-1 size-4 shrink-0" />
            {station.address}
          </p>
          <p className="mt-3 flex flex-wrap gap-2">
            <Badge tone="accent">
              {station.type === "DC" ? <Zap aria-hidden /> : <Plug aria-hidden />}
              {t(station.type === "DC" ? "dc" : "ac")}
            </Badge>
            <Badge>{t("connectors", { count: station.connectors.length })}</Badge>
            {!station.bookable && <Badge tone="warning">{t("listed")}</Badge>}
            {station.status === "Maintenance" && <Badge tone="warning">{t("maintenance")}</Badge>}
            {station.status === "Inactive" && <Badge tone="danger">{t("inactive")}</Badge>}
          </p>
          {station.rating && (
            <p className="mt-3">
              <RatingLine rating={station.rating} />
            </p>
          )}
        </div>
        <div className="flex items-center gap-2">
          {isDriver && <OwnHeart ctx={ctx} station={station} query={query} />}
          <a
            href={directionsTo({ ...station.location, name: station.name }, agent)}
            target="_blank"
            rel="noreferrer"
            className={buttonClass({ look: "secondary", size: "sm" })}
          >
            <Navigation aria-hidden />
            {t("directions")}
          </a>
        </div>
      </div>
    </header>
  );
}

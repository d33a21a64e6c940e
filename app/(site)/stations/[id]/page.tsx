import { getFormatter, getTranslations } from "next-intl/server";
import { cache } from "react";

import { ClientMessages } from "@/components/i18n/client-messages";
import { StationWhere } from "@/components/map/station-where";
import { addressOf, readNeed } from "@/components/station/car-need";
import { PhotoRow } from "@/components/station/photo-row";
import { alikePlaces, PlaceGroups } from "@/components/station/place-groups";
import { PriceWords } from "@/components/station/price";
import { StationFacts } from "@/components/station/station-facts";
import { textOf } from "@/components/table/table-state";
import { Card, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { userOf, type UserActor } from "@/lib/core/actor";
import { roleHolds } from "@/lib/core/permissions";
import type { Context } from "@/lib/core/context";
import { page, pageTitle } from "@/lib/http/page";
import { readClosedDays } from "@/lib/sites/schedules";
import { readStation } from "@/lib/sites/stations";
import type { StationView } from "@/lib/sites/stations/schema";

import { FreeTimes } from "./free-times";
import { Reviews } from "./reviews";
import { SlotPrice } from "./slot-price";
import { StationHead } from "./station-head";

/** The page and its title ask for the same station. */
const stationOf = cache(readStation);

export const generateMetadata = pageTitle(
  async (ctx, { params }) => (await stationOf(ctx, params.id ?? "")).name,
);

export default page({
  area: "site",
  permission: "station.read",
  run: async (ctx, { params, searchParams }) => {
    const user = userOf(ctx);
    const address = addressOf(searchParams);
    const station = await stationOf(ctx, params.id ?? "");
    const t = await getTranslations("station");
    return (
      <ClientMessages of={["station", "places", "map"]}>
        <div className="shell py-6 sm:py-8">
          <StationHead ctx={ctx} station={station} query={address.toString()} />
          <PhotoRow station={station} />
          <div className="mt-6 empty:hidden">
            <StateNotice station={station} />
            <ClosedDays ctx={ctx} station={station} />
          </div>
          {/* On a phone one column, with the price above the times that it is for. */}
          <div className="mt-6 flex flex-col gap-6 lg:grid lg:grid-cols-[1fr_24rem] lg:grid-rows-[auto_1fr] lg:items-start">
            <div className="max-lg:contents lg:min-w-0 lg:space-y-6">
              {station.takesBookings && (
                <Card aria-labelledby="slots">
                  <CardHeader id="slots" title={t("slots")} />
                  <BookingHint user={user} station={station} />
                  <FreeTimes
                    ctx={ctx}
                    station={station}
                    need={readNeed(address)}
                    path={leadsOn(user, station) ? `/stations/${station.id}` : null}
                    marked={textOf(searchParams, "startsAt")}
                  />
                </Card>
              )}
            </div>
            <div className="max-lg:contents lg:row-span-2 lg:space-y-6">
              <Card aria-labelledby="price" className="max-lg:-order-1">
                <CardHeader id="price" title={t("price")} />
                {station.pricing ? (
                  <>
                    <PriceWords pricing={station.pricing} />
                    <SlotPrice ctx={ctx} station={station} />
                  </>
                ) : (
                  <p className="text-ink-soft">{t("priceNone")}</p>
                )}
              </Card>
              <Card aria-labelledby="plugs">
                <CardHeader id="plugs" title={t("plugs")} />
                <PlaceGroups groups={alikePlaces(station.connectors)} />
              </Card>
              <StationWhere
                station={station}
                unit={ctx.units.distance}
                label={t("where")}
                className="h-72"
              />
            </div>
            <div className="max-lg:contents lg:space-y-6">
              <Card aria-labelledby="facts">
                <CardHeader id="facts" title={t("facts")} />
                <StationFacts station={station} />
              </Card>
              {station.rating && <Reviews ctx={ctx} station={station} />}
            </div>
          </div>
        </div>
      </ClientMessages>
    );
  },
});

/** Whether a slot leads on: nobody known is asked to sign in there. */
function leadsOn(user: UserActor | null, { can }: StationView): boolean {
  return !user || can.includes("book");
}

const books = (user: UserActor) => roleHolds(user.role, "booking.create");

async function StateNotice({ station }: { station: StationView }) {
  const t = await getTranslations("station");
  if (!station.bookable) return <Notice title={t("listedTitle")}>{t("listedText")}</Notice>;
  if (station.status === "Inactive") {
    return (
      <Notice kind="warning" title={t("inactiveTitle")}>
        {t("inactiveText")}
      </Notice>
    );
  }
  if (station.status !== "Maintenance") return null;
  return (
    <Notice kind="warning" title={t("maintenanceTitle")}>
      {t("maintenanceText")}
    </Notice>
  );
}

/** The days to come on which it is closed although it is open then as a rule, and why. */
async function ClosedDays({ ctx, station }: { ctx: Context; station: StationView }) {
  const t = await getTranslations("station");
  const format = await getFormatter();
  if (!station.takesBookings) return null;
  const days = await readClosedDays(ctx, { stationId: station.id });
  if (days.length === 0) return null;
  const words = days.map(({ date, reason }) => {
    const day = format.dateTime(new Date(`${date}T12:00:00Z`), {
      weekday: "long",
      day: "numeric",
      month: "long",
      timeZone: "UTC",
    });
    return reason === null ? t("closedOn", { day }) : t("closedFor", { day, reason });
  });
  return <Notice kind="info">{words.join(" ")}</Notice>;
}

async function BookingHint({ user, station }: { user: UserActor | null; station: StationView }) {
  const t = await getTranslations("station");
  // What keeps a driver from booking where others do is their own account.
  if (user && books(user) && !leadsOn(user, station)) {
    return (
      <div className="mb-4">
        <Notice kind="warning">{t("deactivated")}</Notice>
      </div>
    );
  }
  if (!leadsOn(user, station)) return null;
  return (
    <p className="-mt-2 mb-3 text-sm text-ink-soft">{t(user ? "slotsLead" : "slotsLeadGuest")}</p>
  );
}

import { getTranslations } from "next-intl/server";

import { type BusinessChoice } from "@/app/_console/businesses/all-businesses";
import { DayRange } from "@/components/table/day-range";
import type { Searched } from "@/components/table/read-searched";
import { SearchField } from "@/components/table/search-field";
import { EnumFilter, namedOptions, SelectFilter } from "@/components/table/select-filter";
import { bookingStatus } from "@/lib/charging/bookings/schema";

import type { BookingsQuery, BookingsView } from "./read-view";

/** A station to filter by. */
export interface StationChoice {
  readonly id: string;
  readonly name: string;
}

/** What a list of bookings is narrowed by, as far as its view leaves it open; inside a FilterForm. */
export async function BookingFilters({
  query,
  searched,
  view,
  stations,
  businesses,
}: {
  query: BookingsQuery;
  searched: Searched;
  view: BookingsView;
  stations: readonly StationChoice[];
  businesses: readonly BusinessChoice[];
}) {
  const t = await getTranslations("staffBookings");
  return (
    <>
      <SearchField label={t("search")} searched={searched} />
      {businesses.length > 0 && (
        <SelectFilter
          name="businessId"
          label={t("business")}
          value={query.businessId}
          options={namedOptions(businesses)}
        />
      )}
      {stations.length > 0 && (
        <SelectFilter
          key={query.businessId}
          name="stationId"
          label={t("station")}
          value={query.stationId}
          options={namedOptions(stations)}
        />
      )}
      {view !== "waiting" && (
        <EnumFilter
          name="status"
          label={t("status")}
          value={query.status}
          of={bookingStatus}
          words={(value) => t(`statuses.${value}`)}
        />
      )}
      {view !== "today" && <DayRange from={query.from} to={query.to} words={t} />}
    </>
  );
}

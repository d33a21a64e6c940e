import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";

import { readerZone } from "@/app/_console/reader-zone";
import { close, preview, reopen } from "@/app/_console/stations/closing-actions";
import { ownStations } from "@/app/_console/stations/own-stations";
import { ClosedDays } from "@/components/closing/closed-days";
import { ClosedDaysKnown } from "@/components/closing/closed-note";
import { ClosingForm } from "@/components/closing/closing-form";
import { ClientMessages } from "@/components/i18n/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { FilterForm } from "@/components/table/filter-form";
import { SelectFilter } from "@/components/table/select-filter";
import { textOf } from "@/components/table/table-state";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { page } from "@/lib/http/page";
import {
  countClosed,
  readCountryOf,
  readHolidayCountries,
  readHolidays,
} from "@/lib/sites/schedules";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("closing"))("title") };
}

export default page({
  area: "backoffice",
  permission: "schedule.manage",
  run: async (ctx, { searchParams }) => {
    const t = await getTranslations("closing");
    const locale = await getLocale();
    const nameOf = new Intl.DisplayNames(locale, { type: "region" });
    const { locale: named } = nameOf.resolvedOptions();
    const lang = named === locale ? undefined : named;
    const timeZone = await readerZone(ctx);
    const countries = readHolidayCountries(ctx).map((id) => ({ id, name: nameOf.of(id) ?? id }));
    const asked = textOf(searchParams, "country");
    const country = countries.find(({ id }) => id === asked)?.id ?? readCountryOf(ctx, timeZone);
    const stations = await ownStations(ctx);
    const stationIds = stations.map(({ id }) => id);
    const closed = await countClosed(ctx, { stationIds, timeZone });
    return (
      <ClientMessages of={["closing", "table"]}>
        <Breadcrumbs trail={[{ title: t("stations"), href: "/backoffice/stations" }]} />
        <PageHead title={t("title")} lead={t("lead")} />
        <ClosedDaysKnown counts={closed} all={stations.length}>
          <ClosingForm
            stations={stations}
            holidays={country ? readHolidays(ctx, { country, timeZone }) : []}
            actions={{ preview, close }}
            countries={
              <FilterForm label={t("country")} keep={{}}>
                <span className="self-center text-sm">{t("country")}</span>
                <SelectFilter
                  any={country === null ? undefined : null}
                  name="country"
                  label={t("country")}
                  value={country ?? undefined}
                  options={countries
                    .toSorted((one, other) => one.name.localeCompare(other.name))
                    .map(({ id, name }) => ({ value: id, label: name, lang }))}
                />
              </FilterForm>
            }
          />
        </ClosedDaysKnown>
        <ClosedDays counts={closed} stationIds={stationIds} reopen={reopen} />
      </ClientMessages>
    );
  },
});

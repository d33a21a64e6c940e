import { Banknote, Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ownStations } from "@/app/_console/stations/own-stations";
import { cashColumns } from "@/components/cash/cash-columns";
import { CashTotals } from "@/components/cash/cash-totals";
import { zoneName } from "@/components/station/zone-name";
import { DayRange } from "@/components/table/day-range";
import { ListPage } from "@/components/table/list-page";
import { namedOptions, SelectFilter } from "@/components/table/select-filter";
import { readFilters, readTable } from "@/components/table/table-state";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { page } from "@/lib/http/page";
import { readCash } from "@/lib/insight/reports";
import { ReadCash } from "@/lib/insight/reports/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cashReport"))("title") };
}

const path = "/backoffice/cash";

export default page({
  area: "backoffice",
  permission: "report.read",
  run: async (ctx, { searchParams }) => {
    const t = await getTranslations("cashReport");
    const state = readTable(path, searchParams, { sorts: ["day"], sort: "-day" });
    const said = readFilters(ReadCash, searchParams, ["from", "to", "stationId"]);
    const asked = ReadCash.safeParse(wholeDays(said));
    const report = await readCash(ctx, asked.success ? asked.data : {});
    const found = asked.success ? report.rows : [];
    const rows = found.map((row) => ({
      ...row,
      id: `${row.day} ${row.operatorId} ${row.kept.currency}`,
    }));
    const inOrder = state.sort === "day" ? rows : rows.toReversed();
    const first = (state.page - 1) * state.limit;
    return (
      <ListPage
        words={(key) =>
          key === "lead" ? t(key, { zone: zoneName(report.timeZone ?? "UTC") }) : t(key)
        }
        live={["session."]}
        actions={
          asked.success && (
            <a
              href={`/api/v1/exports/cash.csv?${new URLSearchParams(wholeDays(said))}`}
              className={buttonClass({ look: "secondary" })}
              download
            >
              <Download aria-hidden />
              {t("download")}
            </a>
          )
        }
        notice={
          asked.success ? (
            <CashTotals totals={report.totals} />
          ) : (
            <Notice kind="danger">{t("badDays")}</Notice>
          )
        }
        state={state}
        found={{ items: inOrder.slice(first, first + state.limit), total: rows.length }}
        columns={await cashColumns()}
        icon={Banknote}
        filters={
          <>
            <SelectFilter
              name="stationId"
              label={t("station")}
              value={said.stationId}
              options={namedOptions(await ownStations(ctx))}
            />
            <DayRange from={said.from} to={said.to} words={t} />
          </>
        }
      />
    );
  },
});

/** One day alone is that day, until the other one is chosen. */
function wholeDays(said: Partial<Record<"from" | "to" | "stationId", string>>) {
  const { from = said.to, to = said.from, stationId } = said;
  return {
    ...(from !== undefined && to !== undefined && { from, to }),
    ...(stationId !== undefined && { stationId }),
  };
}

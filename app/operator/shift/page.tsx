import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { LeftOpen } from "@/components/shift/left-open";
import { PrintButton } from "@/components/shift/print-button";
import { ShiftFigures } from "@/components/shift/shift-figures";
import { ShiftTime } from "@/components/shift/shift-time";
import { Takings } from "@/components/shift/takings";
import { textOf } from "@/components/table/table-state";
import { WhenRange } from "@/components/ui/when-range";
import { Notice } from "@/components/ui/notice";
import { readQueue } from "@/lib/charging/queue";
import { page } from "@/lib/http/page";
import { readShift } from "@/lib/insight/reports";
import { ReadShift } from "@/lib/insight/reports/schema";

import { gateStations } from "../gate-stations";
import { fieldTime, instantOf } from "./local-time";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shift"))("title") };
}

export default page({
  area: "operator",
  permission: "shift.read",
  run: async (ctx, { searchParams: search }) => {
    const t = await getTranslations("shift");
    const stations = await gateStations(ctx);
    const station = stations.find(({ id }) => id === textOf(search, "stationId"));
    const timeZone = station?.timeZone ?? stations[0]?.timeZone ?? "UTC";
    const asked = ReadShift.safeParse({
      stationId: station?.id,
      from: instantOf(textOf(search, "from"), timeZone),
      to: instantOf(textOf(search, "to"), timeZone),
    });
    const query = asked.success ? asked.data : { stationId: station?.id };
    const [report, queue] = await Promise.all([
      readShift(ctx, query),
      readQueue(ctx, { stationId: station?.id }),
    ]);
    return (
      <ClientMessages of={["table"]}>
        <PageHead
          title={t("title")}
          lead={<WhenRange from={report.from} to={report.to} timeZone={timeZone} />}
        >
          <PrintButton label={t("print")} />
        </PageHead>
        <div className="space-y-5">
          <ShiftTime
            stations={stations}
            stationId={station?.id}
            from={fieldTime(report.from, timeZone)}
            to={query.to && fieldTime(report.to, timeZone)}
          />
          {!asked.success && <Notice kind="danger">{t("badTime")}</Notice>}
          <p className="hidden text-sm print:block">
            {t("atStations", { stations: report.stations.map(({ name }) => name).join(", ") })}
          </p>
          <ShiftFigures report={report} />
          <Takings takings={report.takings} totals={report.totals} />
          <LeftOpen exceptions={queue.exceptions} stillDue={report.stillDue} timeZone={timeZone} />
        </div>
      </ClientMessages>
    );
  },
});

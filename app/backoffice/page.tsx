import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";

import { LoadCard } from "@/components/home/load-card";
import { NoShowCard } from "@/components/home/no-show-card";
import { OfficeFigures } from "@/components/home/office-figures";
import { OperationsCard } from "@/components/home/operations-card";
import { RevenueCard } from "@/components/home/revenue-card";
import { StartsCard } from "@/components/home/starts-card";
import { costlySeconds, LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { zoneName } from "@/components/station/zone-name";
import { readMe } from "@/lib/people/accounts";
import { readBusiness } from "@/lib/people/businesses";
import { page } from "@/lib/http/page";
import { readDashboard, readNoShows, readRevenue, readStarts } from "@/lib/insight/reports";
import { ReadReport, ReadStarts } from "@/lib/insight/reports/schema";
import { suggestOperations } from "@/lib/insight/suggestions";

import { WelcomePath } from "./welcome-path";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title") };
}

export default page({
  area: "backoffice",
  permission: "dashboard.read",
  run: async (ctx) => {
    const hello = await getTranslations("home");
    const t = await getTranslations("consoleHome");
    const me = await readMe(ctx);
    const [business, figures, revenue, starts, operations] = await Promise.all([
      readBusiness(ctx, { id: me.businessId ?? "" }),
      readDashboard(ctx),
      readRevenue(ctx, ReadReport.parse({})),
      readStarts(ctx, ReadStarts.parse({})),
      suggestOperations(ctx, {}),
    ]);
    const { from, to } = starts;
    const noShows = await readNoShows(ctx, ReadReport.parse({ from, to, groupBy: "week" }));
    if (figures.role !== "Backoffice") notFound();
    const title = hello("hello", { name: me.name });
    return (
      <>
        <LiveRefresh of={["booking.", "session."]} seconds={costlySeconds} />
        <PageHead
          title={title}
          lead={t("officeLead", { business: business.name, zone: zoneName(figures.timeZone) })}
        />
        <div className="space-y-4 sm:space-y-6">
          <WelcomePath ctx={ctx} />
          <OfficeFigures figures={figures} label={title} />
          <div className="grid gap-4 sm:gap-6 lg:grid-cols-2">
            <LoadCard figures={figures} />
            <RevenueCard report={revenue} />
            <NoShowCard report={noShows} />
            <StartsCard report={starts} />
            <OperationsCard told={operations} />
          </div>
        </div>
      </>
    );
  },
});

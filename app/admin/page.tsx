import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";

import { AdminFigures } from "@/components/home/admin-figures";
import { BookingsCard } from "@/components/home/bookings-card";
import { RequestsCard } from "@/components/home/requests-card";
import { costlySeconds, LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { readMe } from "@/lib/people/accounts";
import { listBusinesses } from "@/lib/people/businesses";
import { requestQueue } from "@/lib/people/businesses/schema";
import { page } from "@/lib/http/page";
import { readDashboard, readUtilization } from "@/lib/insight/reports";
import { ReadReport } from "@/lib/insight/reports/schema";
import { readerZone } from "@/app/_console/reader-zone";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title") };
}

export default page({
  area: "admin",
  permission: "dashboard.read",
  run: async (ctx) => {
    const hello = await getTranslations("home");
    const t = await getTranslations("consoleHome");
    const [me, figures, bookings, requests] = await Promise.all([
      readMe(ctx),
      readDashboard(ctx),
      readUtilization(ctx, ReadReport.parse({})),
      listBusinesses(ctx, { ...requestQueue, page: 1, limit: 5 }),
    ]);
    if (figures.role !== "SystemAdmin") notFound();
    const title = hello("hello", { name: me.name });
    return (
      <>
        <LiveRefresh of={["booking.", "session.", "business."]} seconds={costlySeconds} />
        <PageHead title={title} lead={t("adminLead")} />
        <div className="space-y-4 sm:space-y-6">
          <AdminFigures figures={figures} label={title} />
          <div className="grid items-start gap-4 sm:gap-6 lg:grid-cols-3">
            <BookingsCard report={bookings} />
            <RequestsCard requests={requests.items} timeZone={await readerZone(ctx)} />
          </div>
        </div>
      </>
    );
  },
});

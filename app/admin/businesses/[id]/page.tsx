import { CalendarDays, MapPinned, UserCog, Users } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import Link from "next/link";

import { BusinessButtons } from "@/components/admin/business-buttons";
import { BusinessFacts } from "@/components/admin/business-facts";
import { AuditTrail } from "@/components/audit/audit-trail";
import { FigureLinks } from "@/components/home/figure-links";
import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { BusinessStatusBadge } from "@/components/shell/status-badges";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";
import { listOperators, listUsers } from "@/lib/people/accounts";
import { ListOperators, ListUsers } from "@/lib/people/accounts/schema";
import { listAudits } from "@/lib/records/audit";
import { ListAudits } from "@/lib/records/audit/schema";
import { listBookings } from "@/lib/charging/bookings";
import { ListBookings } from "@/lib/charging/bookings/schema";
import { readBusiness } from "@/lib/people/businesses";
import type { Context } from "@/lib/core/context";
import { page, pageTitle } from "@/lib/http/page";
import { mostCounted } from "@/lib/core/pages";
import { searchStations } from "@/lib/sites/stations";
import { SearchStations } from "@/lib/sites/stations/schema";

import { approve, reject } from "../actions";
import { readerZone } from "@/app/_console/reader-zone";

export const generateMetadata = pageTitle(
  async (ctx, { params }) => (await readBusiness(ctx, { id: params.id ?? "" })).name,
);

const one = { page: 1, limit: 1 };

export default page({
  area: "admin",
  permission: "business.read",
  run: async (ctx, { params }) => {
    const t = await getTranslations("businesses");
    const business = await readBusiness(ctx, { id: params.id ?? "" });
    const { id: businessId } = business;
    const audits = await listAudits(ctx, {
      ...ListAudits.parse({ entityId: businessId }),
      page: 1,
      limit: 20,
    });
    const timeZone = await readerZone(ctx);
    return (
      <ClientMessages of={["requests"]}>
        <LiveRefresh of={["business.", "station.", "user.", "booking."]} />
        <PageHead title={business.name}>
          <BusinessStatusBadge status={business.status} />
          {business.can.length > 0 && (
            <BusinessButtons business={business} approve={approve} reject={reject} />
          )}
          {business.status === "Active" && (
            <ButtonLink
              href={`/admin/settings?businessId=${businessId}`}
              look="secondary"
              size="sm"
            >
              {t("settings")}
            </ButtonLink>
          )}
        </PageHead>
        <div className="space-y-6">
          {business.status === "Active" && <BusinessFigures ctx={ctx} businessId={businessId} />}
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <Card aria-labelledby="facts">
              <CardHeader id="facts" title={t("facts")} />
              <BusinessFacts business={business} readerZone={timeZone} />
            </Card>
            <Card aria-labelledby="trail">
              <CardHeader id="trail" title={t("trail")}>
                <Link href={`/admin/audits?entityId=${businessId}`} className="link text-sm">
                  {t("allAudits")}
                </Link>
              </CardHeader>
              <AuditTrail entries={audits.items} timeZone={timeZone} />
            </Card>
          </div>
        </div>
      </ClientMessages>
    );
  },
});

/** What an active business has, each number leading to what it counts; stations that are closed count too. */
async function BusinessFigures({ ctx, businessId }: { ctx: Context; businessId: string }) {
  const t = await getTranslations("businesses");
  const format = await getFormatter();
  const [stations, operators, users, bookings] = await Promise.all([
    searchStations(ctx, { ...SearchStations.parse({ businessId, all: "true" }), ...one }),
    listOperators(ctx, { ...ListOperators.parse({ businessId }), ...one }),
    listUsers(ctx, { ...ListUsers.parse({ businessId, role: "Backoffice" }), ...one }),
    listBookings(ctx, { ...ListBookings.parse({ businessId }), ...one }),
  ]);
  const figures = [
    ["stations", MapPinned, stations, `stations?businessId=${businessId}`],
    ["operators", UserCog, operators, `operators?businessId=${businessId}`],
    ["office", Users, users, `users?businessId=${businessId}&role=Backoffice`],
    ["bookings", CalendarDays, bookings, `bookings?businessId=${businessId}`],
  ] as const;
  return (
    <FigureLinks
      label={t("figures")}
      figures={figures.map(([name, icon, { total }, href]) => ({
        icon,
        label: t(name),
        value: total > mostCounted ? t("many", { count: mostCounted }) : format.number(total),
        href: `/admin/${href}`,
      }))}
    />
  );
}

import { MapPinned, UserCog } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { BusinessDeeds } from "@/components/admin/business-deeds";
import { BusinessFacts } from "@/components/admin/business-facts";
import { AuditTrail } from "@/components/audit/audit-trail";
import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { BusinessStatusBadge } from "@/components/shell/status-badges";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { FigureTile } from "@/components/ui/figure-tile";
import { listOperators } from "@/lib/accounts";
import { ListOperators } from "@/lib/accounts/schema";
import { listAudits } from "@/lib/audit";
import { ListAudits } from "@/lib/audit/schema";
import { readBusiness } from "@/lib/businesses";
import { page, pageTitle } from "@/lib/http/page";
import { searchStations } from "@/lib/stations";
import { SearchStations } from "@/lib/stations/schema";

import { approve, reject } from "../actions";

export const generateMetadata = pageTitle(
  async (ctx, { params }) => (await readBusiness(ctx, { id: params.id ?? "" })).name,
);

const one = { page: 1, limit: 1 };

export default page({
  roles: ["SystemAdmin"],
  run: async (ctx, { params }) => {
    const t = await getTranslations("businesses");
    const business = await readBusiness(ctx, { id: params.id ?? "" });
    const { id: businessId } = business;
    const [stations, operators, audits] = await Promise.all([
      searchStations(ctx, { ...SearchStations.parse({ businessId }), ...one }),
      listOperators(ctx, { ...ListOperators.parse({ businessId }), ...one }),
      listAudits(ctx, { ...ListAudits.parse({ entityId: businessId }), page: 1, limit: 20 }),
    ]);
    return (
      <ClientMessages of={["requests"]}>
        <LiveRefresh of={["business."]} />
        <PageHead title={business.name}>
          <BusinessStatusBadge status={business.status} />
          {business.status === "PendingApproval" && (
            <BusinessDeeds business={business} approve={approve} reject={reject} />
          )}
          <ButtonLink href={`/admin/settings?businessId=${businessId}`} look="secondary" size="sm">
            {t("settings")}
          </ButtonLink>
        </PageHead>
        <div className="space-y-6">
          <dl className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
            <FigureTile
              icon={MapPinned}
              label={t("stations")}
              value={stations.total.toLocaleString("en")}
            />
            <FigureTile
              icon={UserCog}
              label={t("operators")}
              value={operators.total.toLocaleString("en")}
            />
          </dl>
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <Card aria-labelledby="facts">
              <CardHeader id="facts" title={t("facts")} />
              <BusinessFacts business={business} />
            </Card>
            <Card aria-labelledby="trail">
              <CardHeader id="trail" title={t("trail")}>
                <Link href={`/admin/audits?entityId=${businessId}`} className="link text-sm">
                  {t("allAudits")}
                </Link>
              </CardHeader>
              <AuditTrail audits={audits.items} timeZone={business.timeZone} />
            </Card>
          </div>
        </div>
      </ClientMessages>
    );
  },
});

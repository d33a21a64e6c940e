import { getTranslations } from "next-intl/server";

import { allBusinesses } from "@/app/_console/businesses/all-businesses";
import type { Area } from "@/app/_console/area";
import { ClientMessages } from "@/components/i18n/client-messages";
import { OperatorForm } from "@/components/operator/operator-form";
import { PageHead } from "@/components/shell/page-head";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { UserStatusBadge } from "@/components/shell/status-badges";
import { type Search, textOf } from "@/components/table/table-state";
import { Card } from "@/components/ui/card";
import { readOperator } from "@/lib/people/accounts";
import { readBusiness } from "@/lib/people/businesses";
import type { Context } from "@/lib/core/context";

import { change, create } from "./actions";
import { ownStations } from "@/app/_console/stations/own-stations";

/** The form in which an operator is made; an admin says first for which business, and the address keeps it. */
export async function showNewOperator(ctx: Context, area: Area, search: Search) {
  const t = await getTranslations("operators");
  const isAdmin = area === "admin";
  const businesses = isAdmin ? await allBusinesses(ctx, "Active") : undefined;
  const wanted = textOf(search, "businessId");
  const business = businesses?.find(({ id }) => id === wanted);
  const stations = !isAdmin || business ? await ownStations(ctx, business?.id) : [];
  return (
    <ClientMessages of={["operators"]}>
      <div className="max-w-2xl">
        <Breadcrumbs trail={[{ title: t("title"), href: `/${area}/operators` }]} />
        <PageHead title={t("add")} lead={t("addLead")} />
        <Card>
          <OperatorForm
            area={area}
            action={create}
            stations={stations}
            businesses={businesses}
            businessId={business?.id}
          />
        </Card>
      </div>
    </ClientMessages>
  );
}

/** An operator's details and stations, to be changed; an admin sees whose operator it is. */
export async function showOperator(ctx: Context, area: Area, id: string) {
  const t = await getTranslations("operators");
  const operator = await readOperator(ctx, { id });
  const { businessId } = operator;
  const business =
    area === "admin" && businessId ? await readBusiness(ctx, { id: businessId }) : undefined;
  return (
    <ClientMessages of={["operators"]}>
      <div className="max-w-2xl">
        <Breadcrumbs trail={[{ title: t("title"), href: `/${area}/operators` }]} />
        <PageHead
          title={operator.name}
          lead={business ? t("changeLeadOf", { business: business.name }) : t("changeLead")}
        >
          <UserStatusBadge status={operator.status} />
        </PageHead>
        <Card>
          <OperatorForm
            area={area}
            action={change}
            operator={operator}
            stations={await ownStations(ctx, business?.id)}
          />
        </Card>
      </div>
    </ClientMessages>
  );
}

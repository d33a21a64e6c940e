import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { OperatorForm } from "@/components/operator/operator-form";
import { PageHead } from "@/components/shell/page-head";
import { UserStatusBadge } from "@/components/shell/status-badges";
import { Card } from "@/components/ui/card";
import { readOperator } from "@/lib/accounts";
import { page, pageTitle } from "@/lib/http/page";

import { change } from "../actions";
import { ownStations } from "../own-stations";

export const generateMetadata = pageTitle(
  async (ctx, { params }) => (await readOperator(ctx, { id: params.id ?? "" })).name,
);

export default page({
  roles: ["Backoffice"],
  run: async (ctx, { params }) => {
    const t = await getTranslations("operators");
    const operator = await readOperator(ctx, { id: params.id ?? "" });
    return (
      <ClientMessages of={["operators"]}>
        <div className="max-w-2xl">
          <PageHead title={operator.name} lead={t("changeLead")}>
            <UserStatusBadge status={operator.status} />
          </PageHead>
          <Card>
            <OperatorForm action={change} operator={operator} stations={await ownStations(ctx)} />
          </Card>
        </div>
      </ClientMessages>
    );
  },
});

import { getTranslations } from "next-intl/server";

import type { Area } from "@/app/_console/area";
import { allBusinesses } from "@/app/_console/businesses/all-businesses";
import { ClientMessages } from "@/components/i18n/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { type Search, textOf } from "@/components/table/table-state";
import { Card } from "@/components/ui/card";
import { WebhookForm } from "@/components/webhooks/webhook-form";
import type { Context } from "@/lib/core/context";

import { create } from "./actions";

/** The form in which a webhook is made; an admin says for which business. */
export async function showNewWebhook(ctx: Context, area: Area, search: Search) {
  const t = await getTranslations("webhooks");
  const businesses = area === "admin" ? await allBusinesses(ctx, "Active") : undefined;
  const wanted = textOf(search, "businessId");
  return (
    <ClientMessages of={["webhooks"]}>
      <div className="max-w-2xl">
        <PageHead title={t("add")} lead={t("addLead")} />
        <Card>
          <WebhookForm
            area={area}
            action={create}
            businesses={businesses}
            businessId={businesses?.find(({ id }) => id === wanted)?.id}
          />
        </Card>
      </div>
    </ClientMessages>
  );
}

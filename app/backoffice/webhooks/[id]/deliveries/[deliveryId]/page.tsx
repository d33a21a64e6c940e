import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { showDelivery } from "@/app/_console/webhooks/show-delivery";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("webhookLog"))("delivery") };
}

export default page({
  area: "backoffice",
  permission: "webhook.read",
  run: (ctx, { params: { id = "", deliveryId = "" } }) =>
    showDelivery(ctx, "backoffice", { id, deliveryId }),
});

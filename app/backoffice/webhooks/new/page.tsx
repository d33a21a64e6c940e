import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { showNewWebhook } from "@/app/_console/webhooks/show-new-webhook";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("webhooks"))("add") };
}

export default page({
  area: "backoffice",
  permission: "webhook.manage",
  run: (ctx, { searchParams }) => showNewWebhook(ctx, "backoffice", searchParams),
});

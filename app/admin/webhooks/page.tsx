import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { showWebhooks } from "@/app/_console/webhooks/show-webhooks";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("webhooks"))("title") };
}

export default page({
  area: "admin",
  permission: "webhook.read",
  run: (ctx, { searchParams }) => showWebhooks(ctx, "admin", searchParams),
});

import { showWebhook } from "@/app/_console/webhooks/show-webhook";
import { page, pageTitle } from "@/lib/http/page";
import { readWebhook } from "@/lib/insight/webhooks";

export const generateMetadata = pageTitle(
  async (ctx, { params }) => new URL((await readWebhook(ctx, { id: params.id ?? "" })).url).host,
);

export default page({
  area: "admin",
  permission: "webhook.manage",
  run: (ctx, { params, searchParams }) => showWebhook(ctx, "admin", params.id ?? "", searchParams),
});

import { showWebhook } from "@/app/_console/webhooks/show-webhook";
import { page, pageTitle } from "@/lib/http/page";
import { readWebhook } from "@/lib/insight/webhooks";

export const generateMetadata = pageTitle(
  async (ctx, { params }) => new URL((await readWebhook(ctx, { id: params.id ?? "" })).url).host,
);

export default page({
  area: "backoffice",
  permission: "webhook.manage",
  run: (ctx, { params, searchParams }) =>
    showWebhook(ctx, "backoffice", params.id ?? "", searchParams),
});

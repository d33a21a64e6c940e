import { useTranslations } from "next-intl";

import type { WebhookDeliveryView, WebhookView } from "@/lib/insight/webhooks/schema";

import { Badge, type Tone } from "../ui/badge";

/** Whether a webhook hears of anything, and whether it takes it. */
export function WebhookState({
  webhook: { isActive, switchedOffAt, failingSince },
}: {
  webhook: WebhookView;
}) {
  const t = useTranslations("webhooks");
  if (switchedOffAt) return <Badge tone="danger">{t("switchedOff")}</Badge>;
  if (!isActive) return <Badge>{t("off")}</Badge>;
  if (failingSince) return <Badge tone="warning">{t("failing")}</Badge>;
  return <Badge tone="success">{t("on")}</Badge>;
}

const tones: Readonly<Record<WebhookDeliveryView["state"], Tone>> = {
  Waiting: "neutral",
  Delivered: "success",
  Failed: "danger",
};

/** Where a delivery is. */
export function DeliveryState({ state }: Pick<WebhookDeliveryView, "state">) {
  const t = useTranslations("webhookLog");
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}

/** What came of a try, with the number of the answer. */
export function TryOutcome({
  outcome,
  statusCode,
}: Pick<WebhookDeliveryView, "outcome" | "statusCode">) {
  const t = useTranslations("webhookLog");
  if (!outcome) return "–";
  const said = t(`outcomes.${outcome}`);
  return statusCode === null ? said : t("answered", { outcome: said, code: String(statusCode) });
}

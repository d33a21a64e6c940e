import { Power, Send, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

import type { Area } from "@/app/_console/area";
import { ActionButton } from "@/components/form/action-button";
import type { WebhookView } from "@/lib/insight/webhooks/schema";

import { remove, test, turnOff, turnOn } from "./actions";

/** What is done to a webhook besides changing it. */
export function WebhookButtons({
  area,
  webhook: { id, isActive },
}: {
  area: Area;
  webhook: WebhookView;
}) {
  const t = useTranslations("webhooks");
  return (
    <>
      {isActive && (
        <ActionButton
          action={test}
          input={{ id }}
          label={t("test")}
          icon={<Send aria-hidden />}
          size="sm"
          done={t("tested")}
        />
      )}
      <ActionButton
        action={isActive ? turnOff : turnOn}
        input={{ id }}
        label={isActive ? t("turnOff") : t("turnOn")}
        icon={<Power aria-hidden />}
        look="secondary"
        size="sm"
        done={isActive ? t("turnedOff") : t("turnedOn")}
      />
      <ActionButton
        action={remove}
        input={{ id, area }}
        label={t("remove")}
        icon={<Trash2 aria-hidden />}
        look="danger"
        size="sm"
        done={t("removed")}
        ask={{ title: t("removeTitle"), text: t("removeText"), confirm: t("remove") }}
      />
    </>
  );
}

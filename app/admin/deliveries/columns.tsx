import { RotateCw } from "lucide-react";
import { getTranslations } from "next-intl/server";

import { ActionButton } from "@/components/form/action-button";
import type { Column } from "@/components/table/column";
import { Badge } from "@/components/ui/badge";
import { When } from "@/components/ui/when";
import type { DeliveryView } from "@/lib/records/outbox/schema";

import { retry } from "./actions";

type Words = Awaited<ReturnType<typeof getTranslations<"deliveries">>>;

/** What a subscriber is called; one that no room has any more, by the name that its deliveries are kept under. */
export function subscriberName(t: Words, name: string): string {
  const key = `subscribers.${name}` as "subscribers.notifications";
  return t.has(key) ? t(key) : name;
}

/** What the table of events on their way shows. */
export async function deliveryColumns(
  timeZone: string,
): Promise<Column<DeliveryView & { id: string }>[]> {
  const t = await getTranslations("deliveries");
  return [
    {
      id: "event",
      title: t("event"),
      isName: true,
      cell: ({ type, subject }) => (
        <>
          <span className="break-all">{type}</span>
          <span className="block font-normal break-all text-ink-soft">{subject}</span>
        </>
      ),
    },
    {
      id: "subscriber",
      title: t("subscriber"),
      cell: ({ subscriber }) => subscriberName(t, subscriber),
    },
    {
      id: "state",
      title: t("state"),
      cell: ({ state, attempts, lastError }) => (
        <>
          <Badge tone={state === "Parked" ? "danger" : "neutral"}>{t(`states.${state}`)}</Badge>
          {lastError && (
            <span className="mt-1 block text-ink-soft">
              {t("failed", { attempts, error: lastError })}
            </span>
          )}
        </>
      ),
    },
    {
      id: "at",
      title: t("at"),
      sort: "at",
      cell: ({ at }) => <When at={at} timeZone={timeZone} seconds />,
    },
    {
      id: "next",
      title: t("next"),
      cell: ({ state, nextAttemptAt }) =>
        state === "Parked" ? "–" : <When at={nextAttemptAt} timeZone={timeZone} seconds />,
    },
    {
      id: "actions",
      title: t("actions"),
      isActions: true,
      cell: ({ can, eventId, subscriber }) =>
        can.includes("retry") && (
          <ActionButton
            action={retry}
            input={{ eventId, subscriber }}
            label={t("retry")}
            icon={<RotateCw aria-hidden />}
            look="secondary"
            size="sm"
            done={t("retried")}
          />
        ),
    },
  ];
}

import { RotateCw } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import type { Area } from "@/app/_console/area";
import { ActionButton } from "@/components/form/action-button";
import { ClientMessages } from "@/components/i18n/client-messages";
import { TimedRefresh } from "@/components/live/timed-refresh";
import { PageHead } from "@/components/shell/page-head";
import { Card, CardHeader } from "@/components/ui/card";
import { When } from "@/components/ui/when";
import { DeliveryState, TryOutcome } from "@/components/webhooks/webhook-state";
import type { Context } from "@/lib/core/context";
import { readWebhookDelivery } from "@/lib/insight/webhooks";

import { resend } from "./actions";
import { readerZone } from "../reader-zone";

/** One delivery: what is sent, and what every try brought back. */
export async function showDelivery(
  ctx: Context,
  area: Area,
  key: { readonly id: string; readonly deliveryId: string },
) {
  const t = await getTranslations("webhookLog");
  const { type, state, can, requestBody, tries } = await readWebhookDelivery(ctx, key);
  const timeZone = await readerZone(ctx);
  return (
    <ClientMessages of={[]}>
      <TimedRefresh seconds={5} />
      <div className="max-w-3xl">
        <PageHead title={type} lead={t("deliveryLead")}>
          <DeliveryState state={state} />
          {can.includes("resend") && (
            <ActionButton
              action={resend}
              input={key}
              label={t("resend")}
              icon={<RotateCw aria-hidden />}
              size="sm"
              done={t("resent")}
            />
          )}
        </PageHead>
        <div className="space-y-6">
          <p>
            <Link href={`/${area}/webhooks/${key.id}`} className="link">
              {t("back")}
            </Link>
          </p>
          <Card>
            <CardHeader title={t("request")} />
            <Body text={indented(requestBody)} name={t("request")} />
          </Card>
          <Card>
            <CardHeader title={t("every")} />
            {tries.length === 0 && <p className="text-sm text-ink-soft">{t("noTries")}</p>}
            <ol className="divide-y">
              {tries.map((one, index) => (
                <li key={one.at} className="space-y-2 py-4 text-sm first:pt-0 last:pb-0">
                  <p className="flex flex-wrap gap-x-4 gap-y-1">
                    <span className="font-medium">
                      {t("try", { number: tries.length - index })}
                    </span>
                    <When at={one.at} timeZone={timeZone} seconds />
                    <span>
                      <TryOutcome {...one} />
                      {one.error && ` ${one.error}`}
                    </span>
                    <span className="text-ink-soft">{t("took", { ms: one.durationMs })}</span>
                  </p>
                  {one.responseBody === null ? (
                    <p className="text-ink-soft">{t("noResponse")}</p>
                  ) : one.responseBody === "" ? (
                    <p className="text-ink-soft">{t("emptyResponse")}</p>
                  ) : (
                    <Body text={one.responseBody} name={t("response")} />
                  )}
                </li>
              ))}
            </ol>
          </Card>
        </div>
      </div>
    </ClientMessages>
  );
}

const indented = (json: string) => JSON.stringify(JSON.parse(json), null, 2);

/** What machines said to each other, as text, whatever it is. */
function Body({ text, name }: { text: string; name: string }) {
  return (
    <section
      aria-label={name}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must scroll by keyboard too
      tabIndex={0}
      className="max-h-96 overflow-auto rounded-md bg-sunken"
    >
      <pre className="p-4 font-mono text-xs break-all whitespace-pre-wrap">{text}</pre>
    </section>
  );
}

import { getTranslations } from "next-intl/server";
import Link from "next/link";

import type { Area } from "@/app/_console/area";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { ClientMessages } from "@/components/i18n/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { type Search, textOf } from "@/components/table/table-state";
import { Card, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { When } from "@/components/ui/when";
import { UntilSecret } from "@/components/webhooks/new-secret";
import { WebhookForm } from "@/components/webhooks/webhook-form";
import { WebhookState } from "@/components/webhooks/webhook-state";
import type { Context } from "@/lib/core/context";
import { readWebhook } from "@/lib/insight/webhooks";
import type { WebhookView } from "@/lib/insight/webhooks/schema";
import { readBusiness } from "@/lib/people/businesses";

import { readerZone } from "../reader-zone";
import { change, rotate } from "./actions";
import { showLog } from "./show-log";
import { WebhookButtons } from "./webhook-buttons";

/** A webhook: its log, what it is, and its secret; an admin sees whose it is. */
export async function showWebhook(ctx: Context, area: Area, id: string, search: Search) {
  const t = await getTranslations("webhooks");
  const webhook = await readWebhook(ctx, { id });
  const lead =
    area === "admin"
      ? (await readBusiness(ctx, { id: webhook.businessId })).name
      : webhook.description || t("changeLead");
  const timeZone = await readerZone(ctx);
  return (
    <ClientMessages of={["webhooks", "table"]}>
      <PageHead title={<span className="break-all">{new URL(webhook.url).host}</span>} lead={lead}>
        <WebhookState webhook={webhook} />
        <WebhookButtons area={area} webhook={webhook} />
      </PageHead>
      <div className="space-y-6">
        {textOf(search, "changed") && (
          <Notice isNews kind="success">
            {t("changed")}
          </Notice>
        )}
        <Trouble webhook={webhook} words={t} timeZone={timeZone} />
        {await showLog(ctx, area, webhook, search)}
        <div className="grid items-start gap-6 xl:grid-cols-2">
          <Card>
            <CardHeader title={t("what")} />
            <WebhookForm area={area} action={change} webhook={webhook} />
          </Card>
          <SecretCard area={area} webhook={webhook} words={t} timeZone={timeZone} />
        </div>
      </div>
    </ClientMessages>
  );
}

/** An instant within a sentence. */
const when = (at: string, timeZone: string) => () => <When at={at} timeZone={timeZone} />;

type Words = Awaited<ReturnType<typeof getTranslations<"webhooks">>>;

/** Why nothing arrives, where nothing does. */
function Trouble({
  webhook,
  words: t,
  timeZone,
}: {
  webhook: WebhookView;
  words: Words;
  timeZone: string;
}) {
  const { switchedOffAt, isActive, failingSince } = webhook;
  if (switchedOffAt) return <Notice kind="danger">{t("switchedOffWords")}</Notice>;
  if (!isActive || !failingSince) return null;
  return (
    <Notice kind="warning">
      {t.rich("failingWords", { since: when(failingSince, timeZone) })}
    </Notice>
  );
}

function SecretCard({
  area,
  webhook: { id, oldSecretUntil },
  words: t,
  timeZone,
}: {
  area: Area;
  webhook: WebhookView;
  words: Words;
  timeZone: string;
}) {
  return (
    <Card>
      <CardHeader title={t("secret")} />
      <div className="space-y-4 text-sm">
        <p className="text-ink-soft">{t("howText")}</p>
        <p>
          <Link href="/api/docs" prefetch={false} className="link">
            {t("toDocs")}
          </Link>
        </p>
        <ActionForm action={rotate} label={t("rotate")} className="space-y-4">
          <UntilSecret path={`/${area}/webhooks`}>
            <input type="hidden" name="id" value={id} />
            <p className="text-ink-soft">{t("rotateText")}</p>
            {oldSecretUntil && (
              <p>
                {t.rich("oldSecretUntil", {
                  until: when(oldSecretUntil, timeZone),
                })}
              </p>
            )}
            <SubmitButton look="secondary">{t("rotate")}</SubmitButton>
          </UntilSecret>
        </ActionForm>
      </div>
    </Card>
  );
}

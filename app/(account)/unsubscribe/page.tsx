import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { ActionForm } from "@/components/form/action-form";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { AccountCard } from "@/components/shell/account-card";
import { Notice } from "@/components/ui/notice";
import { page } from "@/lib/http/page";
import { readUnsubscribe } from "@/lib/insight/inbox";
import { Unsubscribe } from "@/lib/insight/inbox/schema";

import { endTopic } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("unsubscribe"))("title"), robots: { index: false } };
}

/** For whoever follows the link at a message's foot, without a login: it says what ends, and a button ends it. */
export default page({
  area: "account",
  permission: "notification.unsubscribe",
  run: async (ctx, { searchParams }) => {
    const t = await getTranslations("unsubscribe");
    const topics = await getTranslations("channels.topics");
    const { data: link } = Unsubscribe.safeParse(searchParams);
    const settings = (
      <Link href="/notifications/settings" className="link">
        {t("settings")}
      </Link>
    );
    const found = link && (await readUnsubscribe(ctx, link));
    if (!link || !found?.isOurs) {
      const refusals = await getTranslations("rules.refusals.unsubscribe");
      return (
        <AccountCard title={t("title")} foot={settings}>
          <Notice kind="warning">{link ? refusals("invalid") : t("broken")}</Notice>
        </AccountCard>
      );
    }
    const topic = topics(link.topic);
    return (
      <AccountCard title={t("title")} foot={settings}>
        <ActionForm action={endTopic}>
          <FormOutcome
            done={
              <Notice kind="success" title={t("doneTitle")}>
                {t("done", { topic })}
              </Notice>
            }
          >
            <div className="space-y-5">
              <p>{t("what", { topic })}</p>
              <p className="text-sm text-ink-soft">{t("stays")}</p>
              <input type="hidden" name="key" value={link.key} />
              <input type="hidden" name="topic" value={link.topic} />
              <SubmitButton className="w-full">{t("end")}</SubmitButton>
            </div>
          </FormOutcome>
        </ActionForm>
      </AccountCard>
    );
  },
});

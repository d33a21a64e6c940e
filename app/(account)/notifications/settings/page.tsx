import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { TimeZoneOptions } from "@/components/form/time-zone-options";
import { ClientMessages } from "@/components/i18n/client-messages";
import { ChannelsForm } from "@/components/inbox/channels-form";
import { RingCard } from "@/components/inbox/ring-card";
import { PageHead } from "@/components/shell/page-head";
import { userOf } from "@/lib/core/actor";
import { page } from "@/lib/http/page";
import { homeOf } from "@/lib/http/navigation";
import { readChannels, readPushKey, readSubscriptions } from "@/lib/insight/inbox";
import { readTopics } from "@/lib/insight/notifications";

import { ring, ringNoMore, saveChannels } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("channels"))("title") };
}

export default page({
  area: "account",
  permission: "notification.read",
  run: async (ctx) => {
    const t = await getTranslations("channels");
    const role = userOf(ctx)?.role;
    const channels = await readChannels(ctx);
    const { publicKey } = readPushKey(ctx);
    return (
      <ClientMessages of={["channels"]}>
        <div className="shell w-full max-w-4xl py-8 sm:py-12">
          {role && (
            <Link
              href={`${homeOf(role)}/inbox`}
              className="link mb-4 inline-flex min-h-11 items-center gap-2 text-sm"
            >
              <ArrowLeft aria-hidden className="size-4" />
              {t("toInbox")}
            </Link>
          )}
          <PageHead title={t("title")} lead={t("lead")} />
          <div className="space-y-6">
            <ChannelsForm
              action={saveChannels}
              channels={channels}
              topics={readTopics(ctx)}
              isStaff={role !== "EvOwner"}
              zones={<TimeZoneOptions own={channels.timeZone ?? undefined} />}
            />
            <RingCard
              publicKey={publicKey}
              subscriptions={await readSubscriptions(ctx)}
              actions={{ ring, ringNoMore }}
            />
          </div>
        </div>
      </ClientMessages>
    );
  },
});

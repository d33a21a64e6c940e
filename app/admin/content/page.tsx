import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ContentCard } from "@/components/content/content-card";
import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { everyPage } from "@/lib/core/pages";
import { page } from "@/lib/http/page";
import { listContentVersions } from "@/lib/records/content";
import { contentKind, contentStatus, ListContentVersions } from "@/lib/records/content/schema";

import { begin } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contents"))("title") };
}

export default page({
  area: "admin",
  permission: "content.manage",
  run: async (ctx) => {
    const t = await getTranslations("contents");
    const { Draft, Published } = contentStatus.enum;
    const lists = [Draft, Published].map((status) =>
      everyPage((query) =>
        listContentVersions(ctx, { ...ListContentVersions.parse({ status }), ...query }),
      ),
    );
    const versions = (await Promise.all(lists)).flat();
    const locales = [...new Set([...ctx.config.locales, ...versions.map(({ locale }) => locale)])];
    return (
      <ClientMessages>
        <LiveRefresh of={["content."]} />
        <PageHead title={t("title")} lead={t("lead")} />
        <div className="grid gap-4">
          {contentKind.options.map((kind) => (
            <ContentCard
              key={kind}
              kind={kind}
              locales={locales}
              versions={versions.filter((version) => version.kind === kind)}
              begin={begin}
            />
          ))}
        </div>
      </ClientMessages>
    );
  },
});

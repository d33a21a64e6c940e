import { getTranslations } from "next-intl/server";

import { ContentBody } from "@/components/content/content-body";
import { ContentEditor } from "@/components/content/content-editor";
import { ContentFacts } from "@/components/content/content-facts";
import { DraftButtons } from "@/components/content/draft-buttons";
import { FigureNames } from "@/components/content/figure-names";
import { OutdatedFigures } from "@/components/content/outdated-figures";
import { PhaseBadge } from "@/components/content/phase-badge";
import { VersionHistory } from "@/components/content/version-history";
import { ClientMessages } from "@/components/i18n/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { Card, CardHeader } from "@/components/ui/card";
import { everyPage } from "@/lib/core/pages";
import { page, pageTitle } from "@/lib/http/page";
import { listContentVersions, previewContent, readContentVersion } from "@/lib/records/content";
import {
  type ContentVersion,
  lawLocale,
  ListContentVersions,
  longestContent,
} from "@/lib/records/content/schema";

import { discard, preview, publish, save } from "../actions";

export const generateMetadata = pageTitle(async (ctx, { params }) =>
  titleOf(await readContentVersion(ctx, { id: params.id ?? "" })),
);

export default page({
  area: "admin",
  permission: "content.manage",
  run: async (ctx, { params }) => {
    const t = await getTranslations("contentEditor");
    const version = await readContentVersion(ctx, { id: params.id ?? "" });
    const { kind, locale, markdown: body } = version;
    const isWritten = version.can.includes("edit");
    const history = await everyPage((query) =>
      listContentVersions(ctx, {
        ...ListContentVersions.parse({ kind, locale, sort: "-version" }),
        ...query,
      }),
    );
    return (
      <ClientMessages of={["contentEditor", "content"]}>
        <PageHead title={await titleOf(version)}>
          <PhaseBadge phase={version.phase} />
        </PageHead>
        <div className="space-y-6">
          <OutdatedFigures figures={version.outdated} />
          {isWritten ? (
            // The key brings a draft that was read anew: the editor keeps what is typed apart from it.
            <ContentEditor
              key={version.id}
              version={version}
              first={await previewContent(ctx, { kind, locale, body })}
              longest={longestContent}
              below={<FigureNames figures={version.figures} locale={version.locale} />}
              actions={{ preview, save }}
            >
              <DraftButtons
                version={version}
                isTranslation={locale !== lawLocale}
                actions={{ publish, discard }}
              />
            </ContentEditor>
          ) : (
            <Card aria-labelledby="text">
              <CardHeader id="text" title={t("text")} />
              <ContentBody content={version} lang={locale} />
            </Card>
          )}
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <ContentFacts version={version} />
            <VersionHistory versions={history} current={version.id} />
          </div>
        </div>
      </ClientMessages>
    );
  },
});

async function titleOf({ kind, version }: ContentVersion): Promise<string> {
  const t = await getTranslations("contentEditor");
  const kinds = await getTranslations("content.pages");
  return t("title", { kind: kinds(`${kind}.title`), version });
}

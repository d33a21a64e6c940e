import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ContactLines } from "@/components/content/contact-lines";
import { ContentArticle } from "@/components/content/content-article";
import { ClientMessages } from "@/components/i18n/client-messages";
import type { Context } from "@/lib/core/context";
import type { PageInput } from "@/lib/http/page";
import { readContent } from "@/lib/records/content";
import { type ContentKind, ReadContent } from "@/lib/records/content/schema";

/** The page of a text: the version in force, or the one that the address names. */
export async function showContent(
  ctx: Context,
  kind: ContentKind,
  { searchParams }: Pick<PageInput, "searchParams">,
) {
  const { data } = ReadContent.pick({ version: true }).safeParse(searchParams);
  const content = await readContent(ctx, { kind, ...data });
  return (
    <ClientMessages of={["content"]}>
      <ContentArticle content={content}>
        {kind === "contact" && <ContactLines contact={ctx.config.contact} />}
      </ContentArticle>
    </ClientMessages>
  );
}

/** What search engines and tabs say of it. */
export async function contentMetadata(kind: ContentKind): Promise<Metadata> {
  const t = await getTranslations(`content.pages.${kind}`);
  return { title: t("title"), description: t("description") };
}

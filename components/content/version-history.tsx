import { useTranslations } from "next-intl";
import Link from "next/link";

import type { ContentVersion } from "@/lib/records/content/schema";

import { Card, CardHeader } from "../ui/card";
import { When } from "../ui/when";
import { PhaseBadge } from "./phase-badge";

/** Every version of a text in a language, the newest first: whose it is, and since when. */
export function VersionHistory({
  versions,
  current,
}: {
  versions: readonly ContentVersion[];
  current: string;
}) {
  const t = useTranslations("contentEditor");
  const title = useTranslations("contents");
  return (
    <Card aria-labelledby="history">
      <CardHeader id="history" title={t("history")} />
      <ol className="space-y-4 border-l pl-4 text-sm">
        {versions.map((version) => (
          <li key={version.id}>
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {version.id === current ? (
                <span aria-current="true">{title("version", { version: version.version })}</span>
              ) : (
                <Link href={`/admin/content/${version.id}`} className="link">
                  {title("version", { version: version.version })}
                </Link>
              )}
              <PhaseBadge phase={version.phase} />
            </p>
            <Deed {...version} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** Who published it and when; who began it, while it is a draft. */
function Deed({ publishedAt, publishedBy, createdAt, createdBy }: ContentVersion) {
  const t = useTranslations("contentEditor");
  const [at, by, word] = publishedAt
    ? ([publishedAt, publishedBy, "publishedBy"] as const)
    : ([createdAt, createdBy, "createdBy"] as const);
  return (
    <p className="text-ink-soft">
      {by ? t(word, { name: by.name ?? t("someone") }) : t("product")} ·{" "}
      <When at={at} timeZone="UTC" />
    </p>
  );
}

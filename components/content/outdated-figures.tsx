import { useTranslations } from "next-intl";

import type { ContentVersionWhole } from "@/lib/records/content/schema";
import type { SettingName } from "@/lib/words";

import { Notice } from "../ui/notice";

/** Which numbers a published text of law says that the settings no longer do, so that a new version may be due. */
export function OutdatedFigures({ figures }: { figures: ContentVersionWhole["outdated"] }) {
  const t = useTranslations("contentEditor");
  const names = useTranslations("settings.names");
  if (figures.length === 0) return null;
  return (
    <Notice kind="warning" title={t("outdated")}>
      <ul>
        {figures.map(({ name, said, now }) => (
          <li key={name}>{t("outdatedOne", { name: names(name as SettingName), said, now })}</li>
        ))}
      </ul>
    </Notice>
  );
}

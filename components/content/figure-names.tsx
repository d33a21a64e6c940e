import { useTranslations } from "next-intl";

import type { ContentVersionWhole } from "@/lib/records/content/schema";
import type { SettingName } from "@/lib/words";

/** What a text may name of the settings, and what its readers would see for it now. */
export function FigureNames({ figures, locale }: Pick<ContentVersionWhole, "figures" | "locale">) {
  const t = useTranslations("contentEditor");
  const names = useTranslations("settings.names");
  return (
    <details className="mt-3 text-sm">
      <summary className="w-fit cursor-pointer text-ink-soft hover:text-ink">
        {t("figures")}
      </summary>
      <p className="mt-2 text-ink-soft">{t("figuresText")}</p>
      <dl className="mt-2 divide-y">
        {figures.map(({ name, written, said }) => (
          <div key={name} className="py-2">
            <dt className="flex flex-wrap justify-between gap-x-4">
              <span>{names(name as SettingName)}</span>
              <span lang={locale} className="font-medium">
                {said}
              </span>
            </dt>
            <dd className="mt-0.5 font-mono text-xs break-all text-ink-soft select-all">
              <code>{written}</code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

import Link from "next/link";
import { getTranslations } from "next-intl/server";

import type { dayPresets, Days } from "./day-presets";

/** The days that are asked for often, each a link; of the page's own days the link says so. */
export async function PresetLinks({
  presets,
  shown,
  at,
}: {
  presets: ReturnType<typeof dayPresets>;
  shown: Days;
  /** The business and station that the page is narrowed to. */
  at: Readonly<Record<string, string>>;
}) {
  const t = await getTranslations("reports.presets");
  return (
    <nav aria-label={t("label")} className="flex flex-wrap gap-2">
      {(["last30", "thisMonth", "lastMonth", "last12Months"] as const).map((name) => {
        const { from, to } = presets[name];
        const query = new URLSearchParams({
          ...at,
          ...(name !== "last30" && { from, to }),
        });
        return (
          <Link
            key={name}
            href={`?${query}`}
            scroll={false}
            aria-current={from === shown.from && to === shown.to ? "true" : undefined}
            className="inline-flex h-11 items-center rounded-full border border-line-strong px-4 text-sm font-medium text-ink-soft transition-colors hover:text-ink aria-[current=true]:border-accent aria-[current=true]:bg-accent-soft aria-[current=true]:text-ink"
          >
            {t(name)}
          </Link>
        );
      })}
    </nav>
  );
}

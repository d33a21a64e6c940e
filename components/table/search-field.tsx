import { CircleAlert, Search } from "lucide-react";
import { useTranslations } from "next-intl";

import type { Searched } from "./read-searched";

/** The text to search for; inside a FilterForm. What is too long stays, and says so. */
export function SearchField({
  label,
  searched: { name, value, most, isTooLong },
}: {
  label: string;
  searched: Searched;
}) {
  const t = useTranslations("table");
  const problemId = `${name}-problem`;
  return (
    <div className="min-w-[min(14rem,100%)] flex-1 sm:max-w-sm">
      {isTooLong && (
        // Above it: the fields beside it stand on one line with it.
        <p id={problemId} role="alert" className="mb-1.5 flex gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t("tooLong", { most })}
        </p>
      )}
      <label className="relative block">
        <span className="sr-only">{label}</span>
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-[1.125rem] -translate-y-1/2 text-ink-soft"
        />
        <input
          type="search"
          name={name}
          defaultValue={value}
          data-said={value ?? ""}
          maxLength={most}
          aria-invalid={isTooLong || undefined}
          aria-describedby={isTooLong ? problemId : undefined}
          placeholder={label}
          className="h-11 w-full rounded-md border border-line-strong bg-surface pr-3 pl-10 text-base placeholder:text-ink-soft aria-invalid:border-danger"
        />
      </label>
    </div>
  );
}

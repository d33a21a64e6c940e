import { Search } from "lucide-react";

/** The text to search for; inside a FilterForm. */
export function SearchField({
  label,
  value,
  name = "search",
}: {
  label: string;
  value?: string;
  name?: string;
}) {
  return (
    <label className="relative min-w-[min(14rem,100%)] flex-1 sm:max-w-sm">
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
        placeholder={label}
        className="h-11 w-full rounded-md border border-line-strong bg-surface pr-3 pl-10 text-base placeholder:text-ink-soft"
      />
    </label>
  );
}

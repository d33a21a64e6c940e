"use client";

import { LoaderCircle, Search as SearchIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useTransition } from "react";

/** Milliseconds of quiet after a key before the list is asked for. */
const quiet = 250;

/**
 * The filters above a table. Each change is taken at once and goes to the address; without scripts Enter sends
 * them. `keep` are the address's other parameters, such as the sort.
 */
export function FilterForm({
  label,
  keep,
  children,
}: {
  label: string;
  keep: Readonly<Record<string, string>>;
  children: ReactNode;
}) {
  const t = useTranslations("table");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [pending, start] = useTransition();
  useEffect(() => {
    // Who follows a link leaves: a filter that still waits would call them back.
    const leave = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest("a")) clearTimeout(timer.current);
    };
    document.addEventListener("click", leave, true);
    return () => {
      document.removeEventListener("click", leave, true);
      clearTimeout(timer.current);
    };
  }, []);

  const send = () => {
    clearTimeout(timer.current);
    if (!form.current) return;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form.current)) {
      if (typeof value === "string" && value.trim() !== "") query.append(name, value.trim());
    }
    start(() => router.replace(`?${query}`, { scroll: false }));
  };

  return (
    <search>
      <form
        ref={form}
        aria-label={label}
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        onChange={(event) => {
          clearTimeout(timer.current);
          const isText = event.target instanceof HTMLInputElement && event.target.type === "search";
          if (isText) timer.current = setTimeout(send, quiet);
          else send();
        }}
      >
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        {/* Takes no room, so that it never begins a line of its own. */}
        <output className="-ml-3 flex h-11 w-0 items-center text-ink-soft">
          {pending && (
            <>
              <LoaderCircle aria-hidden className="ml-2 size-4 shrink-0 animate-spin" />
              <span className="sr-only">{t("loading")}</span>
            </>
          )}
        </output>
      </form>
    </search>
  );
}

/** The text to search for. */
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
    <label className="relative min-w-56 flex-1 sm:max-w-sm">
      <span className="sr-only">{label}</span>
      <SearchIcon
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-[1.125rem] -translate-y-1/2 text-ink-soft"
      />
      <input
        type="search"
        name={name}
        defaultValue={value}
        placeholder={label}
        className="h-11 w-full rounded-md border border-line-strong bg-surface pr-3 pl-10 text-base placeholder:text-ink-soft"
      />
    </label>
  );
}

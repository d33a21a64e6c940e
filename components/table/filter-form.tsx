"use client";

import { LoaderCircle } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useTransition } from "react";

/** Milliseconds of quiet after a key before the list is asked for; a date says something after every digit of its year. */
const quiet: Readonly<Partial<Record<string, number>>> = { search: 250, date: 500 };

/**
 * The filters above a table. Each change is taken at once and goes to the address; without scripts Enter sends
 * them. Each choice is a step that the browser's back button undoes; what is typed in a field until it is left is
 * one such step. When the address changes otherwise, fields with `data-said` show what it says.
 * `keep` are the address's other parameters, such as the sort.
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
  const address = useSearchParams().toString();
  /** What was sent from here and is on its way to the address; its last one stays while it is there. */
  const sent = useRef<readonly string[]>([address]);
  /** The field whose typing has begun a step already. */
  const typed = useRef<string>(null);
  /** Whether a link or the back button changed the address, and nobody has touched a field since. */
  const isElsewhere = useRef(false);
  useEffect(() => {
    if (sent.current.includes(address)) {
      if (address === sent.current.at(-1)) sent.current = [address];
      return;
    }
    isElsewhere.current = true;
    sent.current = [address];
    typed.current = null;
    clearTimer(timer);
  }, [address]);
  useEffect(() => {
    // What the fields say may come after the address. They are written by hand: a new key would take the focus away.
    if (!isElsewhere.current) return;
    for (const field of form.current?.elements ?? []) {
      if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
      const { said } = field.dataset;
      if (said !== undefined && field.value !== said) field.value = said;
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- new children bring what the address says
  }, [children]);
  useEffect(() => {
    // Who follows a link leaves: a filter that still waits would call them back.
    const leave = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest("a")) clearTimer(timer);
    };
    document.addEventListener("click", leave, true);
    return () => {
      document.removeEventListener("click", leave, true);
      clearTimer(timer);
    };
  }, []);

  const send = (field?: string) => {
    clearTimer(timer);
    if (!form.current) return;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form.current)) {
      if (typeof value === "string" && value.trim() !== "") query.append(name, value.trim());
    }
    const next = query.toString();
    const before = sent.current.at(-1) ?? withoutPage(address);
    if (next === before) return;
    // A step that has not arrived yet is not there to be replaced.
    const isSameStep = field !== undefined && field === typed.current && address === before;
    sent.current = [...sent.current, next];
    typed.current = field ?? null;
    start(() => router[isSameStep ? "replace" : "push"](`?${next}`, { scroll: false }));
  };

  useEffect(() => {
    const fields = form.current;
    const left = ({ target, relatedTarget }: FocusEvent) => {
      // Who leaves by a link is not held back.
      const byLink = relatedTarget instanceof Element && relatedTarget.closest("a");
      if (timer.current && !byLink) {
        send(target instanceof HTMLInputElement ? target.name : undefined);
      }
      typed.current = null;
    };
    fields?.addEventListener("focusout", left);
    return () => fields?.removeEventListener("focusout", left);
  });

  return (
    <search className="block max-w-full min-w-0">
      <form
        ref={form}
        aria-label={label}
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        onChange={({ target }) => {
          isElsewhere.current = false;
          clearTimer(timer);
          const field = target instanceof HTMLInputElement ? target : undefined;
          const wait = field && quiet[field.type];
          if (wait) timer.current = setTimeout(() => send(field.name), wait);
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

/** Forgets what still waits to be sent. */
function clearTimer(timer: { current: ReturnType<typeof setTimeout> | undefined }): void {
  clearTimeout(timer.current);
  timer.current = undefined;
}

/** Filters begin at the first page again. */
function withoutPage(address: string): string {
  const query = new URLSearchParams(address);
  query.delete("page");
  return query.toString();
}

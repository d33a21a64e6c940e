"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { LoaderCircle, Search, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";

import { mostSearched } from "@/lib/core/text";

import { mayLeavePage } from "../form/use-unsaved-warning";
import type { NavItem, Shortcut } from "../shell/nav";
import type { EarlyKeys } from "./early-keys";
import type { Entry } from "./entries";
import { EntryList } from "./entry-list";
import { useDayWords } from "./use-day";
import { useGroups } from "./use-groups";
import type { useMatches } from "./use-matches";
import { type Totals, totalOf } from "./use-totals";

/** One input that leads anywhere: pages as one types, and what the search finds. */
export function Palette({
  home,
  items,
  shortcuts,
  times,
  early,
  open,
  onOpenChange,
}: {
  home: string;
  items: readonly NavItem[];
  shortcuts: readonly Shortcut[];
  /** How often it was opened. */
  times: number;
  /** What was typed before its field was there. */
  early: EarlyKeys;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations("palette");
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-[1100] bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          initialFocus={input}
          data-palette
          className="fixed top-[8dvh] left-1/2 z-[1101] flex max-h-[min(36rem,84dvh)] w-[min(40rem,calc(100vw-1.5rem))] -translate-x-1/2 flex-col overflow-hidden rounded-lg border bg-surface shadow-lg transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0"
        >
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          <Finder
            // Whoever opens it again while it fades finds it empty.
            key={times}
            early={early}
            home={home}
            items={items}
            shortcuts={shortcuts}
            input={input}
            close={() => onOpenChange(false)}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Finder({
  home,
  items,
  shortcuts,
  early,
  input,
  close,
}: {
  home: string;
  items: readonly NavItem[];
  shortcuts: readonly Shortcut[];
  early: EarlyKeys;
  input: RefObject<HTMLInputElement | null>;
  close: () => void;
}) {
  const t = useTranslations("palette");
  const ui = useTranslations("ui");
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const takeEarly = () => setTyped((before) => before + early.take());
  const focus = useEffectEvent(() => input.current?.focus());
  useEffect(() => focus(), []);
  const { groups, found, q, totals, offered } = useGroups({ home, items, shortcuts, typed });
  return (
    <Autocomplete.Root
      inline
      open
      mode="none"
      items={groups}
      autoHighlight="always"
      keepHighlight
      value={typed}
      onValueChange={(value, { reason }) => reason !== "item-press" && setTyped(value)}
      itemToStringValue={({ title }: Entry) => title}
    >
      <div className="flex items-center gap-3 border-b px-4">
        {found.pending ? (
          <LoaderCircle aria-hidden className="size-5 shrink-0 animate-spin text-ink-soft" />
        ) : (
          <Search aria-hidden className="size-5 shrink-0 text-ink-soft" />
        )}
        <Autocomplete.Input
          ref={input}
          aria-label={t("title")}
          spellCheck={false}
          enterKeyHint="go"
          maxLength={mostSearched}
          placeholder={t("placeholder")}
          onFocus={takeEarly}
          onKeyDown={(event) => {
            if (event.key === "Escape") close();
          }}
          className="h-14 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-ink-soft"
        />
        {/* A phone has no Escape. */}
        <Dialog.Close
          aria-label={ui("close")}
          className="-mr-2 grid size-11 shrink-0 place-items-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink sm:hidden"
        >
          <X aria-hidden className="size-5" />
        </Dialog.Close>
      </div>
      <EntryList
        groups={groups}
        onChoose={({ href, run }) => {
          close();
          if (href && mayLeavePage()) router.push(href);
          run?.();
        }}
      />
      <div className="flex min-h-9 justify-between gap-4 border-t px-4 py-2 text-xs text-ink-soft">
        <Outcome {...{ q, found, totals, offered }} />
        <span className="max-sm:hidden">{t("keys")}</span>
      </div>
    </Autocomplete.Root>
  );
}

/** How much was found, for the eye and for screen readers. */
function Outcome({
  q,
  found,
  totals,
  offered,
}: {
  q: string;
  found: ReturnType<typeof useMatches>;
  /** Null until they are known. */
  totals: Totals | null;
  /** How many pages and deeds are offered besides. */
  offered: number;
}) {
  const t = useTranslations("palette");
  const dayWords = useDayWords();
  const { length: count } = found.matches;
  const words = () => {
    if (found.isTooLong) return t("tooLong", { most: mostSearched });
    if (q.length < 2 || found.pending) return "";
    if (found.failed) return t("failed");
    if (found.day) return t("countOn", { count, day: dayWords(found.day) });
    if (count > 0) {
      // Said once, and not first that those shown are all.
      if (totals === null) return "";
      const total = totalOf(found.matches, totals);
      return total > count ? t("countOfAll", { count, total }) : t("count", { count });
    }
    return offered > 0 ? "" : t("nothing", { q });
  };
  return <output>{words()}</output>;
}

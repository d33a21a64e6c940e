"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";

import { afterLoad } from "../live/after-load";
import type { NavItem, Shortcut } from "../shell/nav";
import { late } from "../ui/late";
import { useEarlyKeys } from "./early-keys";

// Loaded after the page, or at its first use where there is no keyboard: most visits never open it.
const Palette = late(() => import("./palette").then((file) => file.Palette));

/** Milliseconds after the page, which has the network to itself until then. */
const calm = 1_000;
async function loadWhenCalm(): Promise<void> {
  await afterLoad();
  await new Promise((resolve) => setTimeout(resolve, calm));
  Palette.ahead();
}

const never = () => () => {};
const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Opens the command palette, as Ctrl-K or ⌘-K does from anywhere. */
export function PaletteButton({
  home,
  items,
  shortcuts,
}: {
  home: string;
  items: readonly NavItem[];
  shortcuts: readonly Shortcut[];
}) {
  const t = useTranslations("palette");
  const mac = useSyncExternalStore(never, isMac, () => false);
  const [open, setOpen] = useState(false);
  /** How often it was opened: each time it begins anew. */
  const [times, setTimes] = useState(0);
  const early = useEarlyKeys(open);
  const change = (next: boolean) => {
    if (next && !open) setTimes((before) => before + 1);
    setOpen(next);
  };
  const toggle = useEffectEvent(() => change(!open));
  useEffect(() => {
    // Whoever has a keyboard is likely to press: it waits for nothing then.
    if (matchMedia("(hover: hover)").matches) void loadWhenCalm();
  }, []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // Whoever holds the key down is about to press the other.
      if (event.key === "Control" || event.key === "Meta") Palette.ahead();
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      if (event.altKey || event.shiftKey) return;
      event.preventDefault();
      toggle();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => change(true)}
        onPointerEnter={Palette.ahead}
        onFocus={Palette.ahead}
        className="flex h-10 min-w-10 items-center max-lg:h-11 max-lg:min-w-11 justify-center gap-2 rounded-md text-sm text-ink-soft transition-colors hover:bg-sunken hover:text-ink sm:border sm:border-line-strong sm:px-3"
      >
        <Search aria-hidden className="size-5 sm:size-4" />
        <span className="max-sm:sr-only">{t("open")}</span>
        <kbd aria-hidden className="ml-3 hidden font-sans text-xs sm:inline">
          {t(mac ? "shortcutMac" : "shortcut")}
        </kbd>
      </button>
      {times > 0 && (
        <Palette
          times={times}
          early={early}
          home={home}
          items={items}
          shortcuts={shortcuts}
          open={open}
          onOpenChange={change}
        />
      )}
    </>
  );
}

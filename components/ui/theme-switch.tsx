"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useSyncExternalStore } from "react";

import { chooseTheme, subscribeTheme } from "./choose-theme";
import { readTheme, themes, type Theme } from "./theme";

const icons = { system: Monitor, light: Sun, dark: Moon } as const;
/** Light, dark, or as the device says. `initial` is what the server rendered; `large` is for thumbs. */
export function ThemeSwitch({ initial, large = false }: { initial: Theme; large?: boolean }) {
  const t = useTranslations("ui.theme");
  const name = useId();
  const current = useSyncExternalStore(
    subscribeTheme,
    () => readTheme(document.documentElement.dataset.theme),
    () => initial,
  );
  return (
    <fieldset className="theme-choice inline-flex self-start rounded-full border bg-sunken p-0.5">
      <legend className="sr-only">{t("legend")}</legend>
      {themes.map((theme) => {
        const Icon = icons[theme];
        return (
          <label key={theme} title={t(theme)} className={large ? "h-11 w-16" : "size-8"}>
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={theme}
              checked={theme === current}
              onChange={() => chooseTheme(theme)}
            />
            <Icon aria-hidden className="size-4" />
            <span className="sr-only">{t(theme)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

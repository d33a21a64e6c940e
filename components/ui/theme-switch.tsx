"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useSyncExternalStore } from "react";

import { readTheme, themeCookie, themes, type Theme } from "./theme";

const icons = { system: Monitor, light: Sun, dark: Moon } as const;
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function choose(theme: Theme) {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  const life = theme === "system" ? 0 : 365 * 86_400;
  document.cookie = `${themeCookie}=${theme}; Path=/; Max-Age=${life}; SameSite=Lax`;
  for (const listener of listeners) listener();
}

/** Light, dark, or as the device says. `initial` is what the server rendered. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const t = useTranslations("ui.theme");
  const name = useId();
  const current = useSyncExternalStore(
    subscribe,
    () => readTheme(document.documentElement.dataset.theme),
    () => initial,
  );
  return (
    <fieldset className="inline-flex self-start rounded-full border bg-sunken p-0.5">
      <legend className="sr-only">{t("legend")}</legend>
      {themes.map((theme) => {
        const Icon = icons[theme];
        return (
          <label
            key={theme}
            title={t(theme)}
            className="grid size-8 place-items-center rounded-full text-ink-soft transition-colors hover:text-ink has-checked:bg-raised has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={theme}
              checked={theme === current}
              onChange={() => choose(theme)}
            />
            <Icon aria-hidden className="size-4" />
            <span className="sr-only">{t(theme)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

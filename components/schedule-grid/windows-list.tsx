"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";

import { Button } from "../ui/button";
import { oneMore, type Window } from "./draft";
import { useFocusAfter } from "./use-focus-after";
import { WindowFields } from "./window-fields";

/** One day's windows as fields: from, to, remove, one more. */
export function WindowsList({
  part,
  name,
  windows,
  errorAt,
  onChange,
}: {
  /** The weekday or date, by which others find the list. */
  part: string;
  /** Whose windows they are, for screen readers. */
  name: string;
  windows: readonly Window[];
  errorAt?: (index: number) => string | undefined;
  onChange: (windows: readonly Window[]) => void;
}) {
  const t = useTranslations("scheduleEditor");
  const focusAfter = useFocusAfter();
  const list = `[data-windows="${part}"]`;
  const set = (index: number, change: Partial<Window>) =>
    onChange(windows.map((one, place) => (place === index ? { ...one, ...change } : one)));
  const remove = (index: number) => {
    const next = Math.min(index, windows.length - 2);
    focusAfter(`${list} ${next < 0 ? "[data-add]" : `[data-remove="${next}"]`}`);
    onChange(windows.filter((_, place) => place !== index));
  };
  const add = () => {
    focusAfter(`${list} [data-from="${windows.length}"]`);
    onChange([...windows, oneMore(windows)]);
  };
  return (
    <div data-windows={part} className="space-y-2">
      {windows.map((window, index) => (
        <WindowFields
          // oxlint-disable-next-line react/no-array-index-key -- a window is its place in the day
          key={index}
          name={name}
          place={index}
          window={window}
          error={errorAt?.(index)}
          onChange={(change) => set(index, change)}
          onRemove={() => remove(index)}
        />
      ))}
      <Button look="quiet" size="sm" data-add onClick={add}>
        <Plus aria-hidden />
        <span className="sr-only">{t("of", { name })}</span>
        {windows.length === 0 ? t("closedAdd") : t("add")}
      </Button>
    </div>
  );
}

"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";

import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { oneMore, type Window } from "./draft";
import { useFocusAfter } from "./use-focus-after";

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
  const id = useId();
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
      {windows.map((window, index) => {
        const error = errorAt?.(index);
        const control = {
          "aria-invalid": error ? (true as const) : undefined,
          "aria-describedby": error ? `${id}-${index}` : undefined,
          maxLength: 5,
          className: "tabular w-24",
        };
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a window is its place in the day
          <div key={index}>
            <div className="flex items-center gap-2">
              <Input
                {...control}
                data-from={index}
                aria-label={t("start", { name })}
                value={window.start}
                onChange={(event) => set(index, { start: event.target.value })}
              />
              <span aria-hidden>–</span>
              <Input
                {...control}
                aria-label={t("end", { name })}
                value={window.end}
                onChange={(event) => set(index, { end: event.target.value })}
              />
              <Button
                look="quiet"
                size="icon-sm"
                data-remove={index}
                aria-label={t("remove", { name, start: window.start })}
                onClick={() => remove(index)}
              >
                <Trash2 aria-hidden />
              </Button>
            </div>
            {error && (
              <p id={`${id}-${index}`} className="mt-1 text-sm text-danger">
                {error}
              </p>
            )}
          </div>
        );
      })}
      <Button look="quiet" size="sm" data-add onClick={add}>
        <Plus aria-hidden />
        <span className="sr-only">{t("of", { name })}</span>
        {windows.length === 0 ? t("closedAdd") : t("add")}
      </Button>
    </div>
  );
}

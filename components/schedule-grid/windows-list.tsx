"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { oneMore, type Window } from "./draft";

/** One day's windows as fields: from, to, remove, one more. */
export function WindowsList({
  name,
  windows,
  errorAt,
  onChange,
}: {
  /** Whose windows they are, for screen readers. */
  name: string;
  windows: readonly Window[];
  errorAt?: (index: number) => string | undefined;
  onChange: (windows: readonly Window[]) => void;
}) {
  const t = useTranslations("scheduleEditor");
  const set = (index: number, part: Partial<Window>) =>
    onChange(windows.map((one, place) => (place === index ? { ...one, ...part } : one)));
  return (
    <div className="space-y-2">
      {windows.map((window, index) => {
        const error = errorAt?.(index);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a window is its place in the day
          <div key={index}>
            <div className="flex items-center gap-2">
              <Input
                aria-label={t("start", { name })}
                aria-invalid={error ? true : undefined}
                value={window.start}
                maxLength={5}
                className="tabular w-24"
                onChange={(event) => set(index, { start: event.target.value })}
              />
              <span aria-hidden>–</span>
              <Input
                aria-label={t("end", { name })}
                aria-invalid={error ? true : undefined}
                value={window.end}
                maxLength={5}
                className="tabular w-24"
                onChange={(event) => set(index, { end: event.target.value })}
              />
              <Button
                look="quiet"
                size="icon-sm"
                aria-label={t("remove", { name, start: window.start })}
                onClick={() => onChange(windows.filter((_, place) => place !== index))}
              >
                <Trash2 aria-hidden />
              </Button>
            </div>
            {error && <p className="mt-1 text-sm text-danger">{error}</p>}
          </div>
        );
      })}
      <Button
        look="quiet"
        size="sm"
        aria-label={t("addTo", { name })}
        onClick={() => onChange([...windows, oneMore(windows)])}
      >
        <Plus aria-hidden />
        {windows.length === 0 ? t("closedAdd") : t("add")}
      </Button>
    </div>
  );
}

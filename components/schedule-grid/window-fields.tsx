"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";

import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { isReadable, type Window } from "./draft";
import { useReadTime } from "./use-read-time";
import { useWindowTime } from "./use-window-time";

type End = keyof Window;
const ends = ["start", "end"] as const;
const examples: Window = { start: "08:00", end: "18:00" };

/**
 * A window's times as fields, by the reader's clock, which take a time as people type it by either. What cannot be read
 * stays as it was typed, in the draft as well, and is said once one has typed.
 */
export function WindowFields({
  name,
  place,
  window,
  error,
  onChange,
  onRemove,
}: {
  /** Whose windows they are, for screen readers. */
  name: string;
  /** Which of the day's windows it is. */
  place: number;
  window: Window;
  /** What the server refused of it. */
  error: string | undefined;
  onChange: (change: Partial<Window>) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("scheduleEditor");
  const id = useId();
  const time = useWindowTime();
  const read = useReadTime();
  const [typed, setTyped] = useState<{ at: End; text: string } | null>(null);
  const valueOf = (at: End, text: string) => read(text, at === "end") ?? text;
  // As it is being typed, unless the window has become another meanwhile, as by a drag in the grid.
  const isTyping = (at: End) => typed?.at === at && valueOf(at, typed.text) === window[at];
  const unread = ends.find(
    (at) => !isReadable(window[at], at) && (error !== undefined || !isTyping(at)),
  );
  const said = unread ? t("unreadTime", { time: time(examples[unread]) }) : error;
  const control = (at: End) => {
    const isWrong = said !== undefined && (unread === undefined || unread === at);
    return {
      "aria-invalid": isWrong ? (true as const) : undefined,
      "aria-describedby": isWrong ? id : undefined,
      "aria-label": t(at, { name }),
      autoComplete: "off",
      maxLength: 40,
      className: "tabular max-w-36 min-w-0 flex-1 basis-24",
      value: isTyping(at) && typed ? typed.text : time(window[at]),
      onChange: ({ target: { value: text } }: { target: { value: string } }) => {
        setTyped({ at, text });
        onChange({ [at]: valueOf(at, text) });
      },
      onBlur: () => setTyped(null),
    };
  };
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2">
        <Input {...control("start")} data-from={place} />
        <span aria-hidden>–</span>
        <Input {...control("end")} />
        <Button
          look="quiet"
          size="icon-sm"
          data-remove={place}
          aria-label={t("remove", { name, start: time(window.start) })}
          onClick={onRemove}
        >
          <Trash2 aria-hidden />
        </Button>
      </div>
      {said && (
        <p id={id} className="mt-1 text-sm text-danger">
          {said}
        </p>
      )}
    </div>
  );
}

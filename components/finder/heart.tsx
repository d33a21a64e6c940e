"use client";

import { Heart as HeartIcon } from "lucide-react";
import { useTranslations } from "next-intl";

import { cn } from "../ui/class-names";
import { toast } from "../ui/toast";
import { useMarks } from "./own-context";

/** Marks a station as a favourite; nothing where nobody is signed in who could. */
export function Heart({ stationId, name }: { stationId: string; name: string }) {
  const t = useTranslations("finder");
  const ui = useTranslations("ui");
  const marks = useMarks();
  if (!marks) return null;
  const isMarked = marks.marked.has(stationId);
  const toggle = async () => {
    const refused = await marks.mark(stationId, !isMarked);
    if (refused !== null) toast(refused || ui("unsent"), "danger");
  };
  return (
    <button
      type="button"
      aria-pressed={isMarked}
      aria-label={t("markNamed", { name })}
      onClick={() => void toggle()}
      // Above the link that covers the card.
      className="relative z-10 -m-2.5 grid size-11 shrink-0 place-items-center rounded-full text-ink-soft hover:bg-sunken hover:text-ink"
    >
      <HeartIcon aria-hidden className={cn("size-5", isMarked && "fill-danger text-danger")} />
    </button>
  );
}

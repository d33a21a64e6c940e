"use client";

import { CircleAlert, Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useForm } from "../form/action-form";

const five = [1, 2, 3, 4, 5] as const;

/** Five stars to choose from: radio buttons, so that every keyboard and reader knows them, with or without scripts. */
export function ScoreField({ score }: { score?: number | undefined }) {
  const t = useTranslations("reviews");
  const { state } = useForm();
  // Once stars are set, what was missing is there; only another answer can say more.
  const [settled, setSettled] = useState<typeof state>(null);
  const error = state === settled ? undefined : state?.errors.score;
  const chosen = Number(state?.values.score ?? score ?? 0);
  return (
    <fieldset aria-describedby={error && "score-error"}>
      <legend className="text-sm font-medium">{t("score")}</legend>
      <div className="mt-1.5 -ml-2 flex">
        {five.map((star) => (
          // Filled up to the one that is chosen: it, or one after it, holds the tick.
          <label
            key={star}
            className="relative cursor-pointer rounded-md p-2 text-line-strong has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent [&:has(~_label_:checked)]:text-accent [&:has(~_label_:checked)_svg]:fill-current"
          >
            <input
              type="radio"
              name="score"
              value={star}
              defaultChecked={star === chosen}
              onChange={() => setSettled(state)}
              className="peer sr-only"
            />
            <Star aria-hidden className="size-8 peer-checked:fill-current" />
            <span className="sr-only">{t("stars", { score: star })}</span>
          </label>
        ))}
      </div>
      {error && (
        <p id="score-error" className="mt-1.5 flex gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t("scoreMissing")}
        </p>
      )}
    </fieldset>
  );
}

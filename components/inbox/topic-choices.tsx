"use client";

import { useTranslations } from "next-intl";

import type { Channels, TopicChoice } from "@/lib/insight/inbox/schema";

import { ChoiceBox } from "./choice-box";

const ways = ["email", "push", "sms"] as const;

const columns = "sm:grid sm:grid-cols-[1fr_repeat(3,6.5rem)] sm:items-center";

/** Topics against ways: a table's grid where there is room, else each topic with its ways below it. */
export function TopicChoices({
  topics,
  channels,
}: {
  topics: readonly TopicChoice[];
  channels: Channels;
}) {
  const t = useTranslations("channels");
  return (
    <div className="divide-y">
      <div aria-hidden className={`hidden pb-2 text-sm font-medium text-ink-soft ${columns}`}>
        <span />
        {ways.map((way) => (
          <span key={way} className="text-center">
            {t(`ways.${way}`)}
          </span>
        ))}
      </div>
      {topics.map(({ topic, ways: own }) => (
        <fieldset
          key={topic}
          aria-labelledby={`topic-${topic}`}
          className={`min-w-0 py-3 sm:py-1 ${columns}`}
        >
          <p id={`topic-${topic}`} className="text-sm font-medium sm:py-2.5">
            {t(`topics.${topic}`)}
          </p>
          <div className="flex flex-wrap gap-x-6 sm:contents">
            {/* The last ones fall away where they never come, so that those left stay in their columns. */}
            {own.map((way) => (
              <div key={way} className="sm:grid sm:place-items-center sm:[&>label]:gap-0">
                <ChoiceBox
                  name={`${way}.${topic}`}
                  label={<span className="sm:sr-only">{t(`ways.${way}`)}</span>}
                  isChosen={channels[way][topic]}
                />
              </div>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";

import { byEmailAlone, type Channels, type Topic } from "@/lib/insight/inbox/schema";

import { ChoiceBox } from "./choice-box";

const ways = ["email", "push", "sms"] as const;

/** By which ways there is something to choose; the last ones fall away, so that those left stay in their columns. */
const waysOf = (topic: Topic) => (byEmailAlone.includes(topic) ? (["email"] as const) : ways);

const columns = "sm:grid sm:grid-cols-[1fr_repeat(3,6.5rem)] sm:items-center";

/** Topics against ways: a table's grid where there is room, else each topic with its ways below it. */
export function TopicChoices({
  topics,
  channels,
}: {
  topics: readonly Topic[];
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
      {topics.map((topic) => (
        <fieldset
          key={topic}
          aria-labelledby={`topic-${topic}`}
          className={`min-w-0 py-3 sm:py-1 ${columns}`}
        >
          <p id={`topic-${topic}`} className="text-sm font-medium sm:py-2.5">
            {t(`topics.${topic}`)}
          </p>
          <div className="flex flex-wrap gap-x-6 sm:contents">
            {waysOf(topic).map((way) => (
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

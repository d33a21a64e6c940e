import { useTranslations } from "next-intl";

import type { ContentPhase } from "@/lib/records/content/schema";

import { Badge, type Tone } from "../ui/badge";

const tones: Readonly<Record<ContentPhase, Tone>> = {
  Draft: "warning",
  Coming: "accent",
  InForce: "success",
  Former: "neutral",
  Overtaken: "neutral",
};

/** How a version of a text stands. */
export function PhaseBadge({ phase }: { phase: ContentPhase }) {
  const t = useTranslations("status.content");
  return <Badge tone={tones[phase]}>{t(phase)}</Badge>;
}

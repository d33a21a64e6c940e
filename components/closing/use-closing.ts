import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";

import type { ActionResult } from "@/lib/http/action";
import type { CloseDates, ClosingPreview, DatesClosed } from "@/lib/sites/schedules/schema";

import { orUnsent } from "../form/or-unsent";
import { useViewerField } from "../form/page-viewer";
import { toast } from "../ui/toast";

type Asked = CloseDates & { viewer?: string | undefined };

/** What looks at a closing, and what does it. */
export interface ClosingActions {
  readonly preview: (asked: Asked) => Promise<ActionResult<ClosingPreview>>;
  readonly close: (asked: Asked) => Promise<ActionResult<DatesClosed>>;
}

/** Looks at what closing hits, and closes; what was looked at is forgotten when something else is chosen. */
export function useClosing(actions: ClosingActions) {
  const t = useTranslations("closing");
  const ui = useTranslations("ui");
  const router = useRouter();
  const viewer = useViewerField();
  const [found, setFound] = useState<ClosingPreview | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const forget = () => {
    setFound(null);
    setRefusal(null);
  };
  const preview = (asked: CloseDates) =>
    start(async () => {
      const answer = await orUnsent(actions.preview({ ...asked, ...viewer }));
      setRefusal(answer?.ok ? null : (answer?.message ?? ui("unsent")));
      setFound(answer?.ok ? answer.data : null);
    });
  const close = (asked: CloseDates, done: () => void) =>
    start(async () => {
      const answer = await orUnsent(actions.close({ ...asked, ...viewer }));
      if (!answer?.ok) {
        setRefusal(answer?.message ?? ui("unsent"));
        return;
      }
      const { closed, refused } = answer.data;
      done();
      if (closed > 0) toast(t("closed", { count: closed }));
      if (refused.length > 0) {
        setRefusal(t("refused", { names: refused.map(({ name }) => name).join(", ") }));
      }
      router.refresh();
    });
  return { found, refusal, pending, forget, preview, close };
}

import { Check, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";

import { Button } from "../ui/button";
import { undoMs } from "./approval-desk";
import { useMeantPress } from "./use-meant-press";

/** What is chosen in the list and can be approved together, or was just approved and can be taken back. */
export function ApprovalBar({
  chosen,
  held,
  approve,
  undo,
  clear,
}: {
  chosen: readonly string[];
  /** How many can still be taken back. */
  held: number;
  approve: (ids: readonly string[]) => void;
  undo: () => void;
  clear: () => void;
}) {
  const t = useTranslations("staffBookings");
  const isShown = chosen.length > 0 || held > 0;
  // Each comes where the other was.
  const isMeant = useMeantPress(held > 0 ? "undo" : chosen.length > 0 ? "approve" : null);
  return (
    <div
      data-action-bar={isShown || undefined}
      className="sticky bottom-16 z-[850] mt-4 lg:bottom-4"
    >
      {/* It stands before it says anything: only so is what it says then read out. */}
      <output
        className={
          isShown
            ? "relative flex min-h-16 flex-wrap items-center gap-x-4 gap-y-2 overflow-hidden rounded-lg border border-line-strong bg-surface px-4 py-2.5 shadow-lg"
            : "sr-only"
        }
      >
        {held > 0 && (
          <>
            <span
              aria-hidden
              key={held}
              style={{ animationDuration: `${undoMs}ms` }}
              className="absolute inset-x-0 top-0 h-0.5 origin-left animate-run-out bg-accent motion-reduce:hidden"
            />
            <span className="font-medium">{t("held", { count: held })}</span>
            <Button
              look="secondary"
              size="md"
              onClick={(event) => isMeant(event) && undo()}
              className="ml-auto"
            >
              <Undo2 aria-hidden />
              {t("undo")}
            </Button>
          </>
        )}
        {held === 0 && chosen.length > 0 && (
          <>
            <span className="font-medium">{t("chosen", { count: chosen.length })}</span>
            <span className="ml-auto flex gap-2">
              <Button look="quiet" onClick={clear}>
                {t("chooseNone")}
              </Button>
              <Button onClick={(event) => isMeant(event) && approve(chosen)}>
                <Check aria-hidden />
                {t("approveMany", { count: chosen.length })}
              </Button>
            </span>
          </>
        )}
      </output>
    </div>
  );
}

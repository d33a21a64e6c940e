import { useTranslations } from "next-intl";

import type { BeforeLeaving } from "../offline/leaving";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog";

/** Says what is lost by signing out now, and asks whether that is meant. */
export function UnsentDialog({
  before: { isAway, unsent },
  onStay,
  onLeave,
}: {
  before: BeforeLeaving;
  onStay: () => void;
  onLeave: () => void;
}) {
  const t = useTranslations("shell.unsent");
  const ui = useTranslations("ui");
  return (
    <Dialog
      title={unsent > 0 ? t("title", { count: unsent }) : t("away")}
      open
      onOpenChange={(open) => !open && onStay()}
    >
      <DialogBody>
        <div className="space-y-2">
          {unsent > 0 && <p>{t("text")}</p>}
          {isAway && <p>{t("awayText")}</p>}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button look="secondary" onClick={onStay}>
          {ui("goBack")}
        </Button>
        <Button look="danger" onClick={onLeave}>
          {unsent > 0 ? t("signOut") : t("awaySignOut")}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

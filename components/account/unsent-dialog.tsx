import { useTranslations } from "next-intl";

import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog";

/** Says how much is lost by signing out now, and asks whether that is meant. */
export function UnsentDialog({
  count,
  onStay,
  onLeave,
}: {
  count: number;
  onStay: () => void;
  onLeave: () => void;
}) {
  const t = useTranslations("shell.unsent");
  const ui = useTranslations("ui");
  return (
    <Dialog title={t("title", { count })} open onOpenChange={(open) => !open && onStay()}>
      <DialogBody>
        <p>{t("text")}</p>
      </DialogBody>
      <DialogFooter>
        <Button look="secondary" onClick={onStay}>
          {ui("goBack")}
        </Button>
        <Button look="danger" onClick={onLeave}>
          {t("signOut")}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

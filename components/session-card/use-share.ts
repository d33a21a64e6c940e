import { useTranslations } from "next-intl";

import { toast } from "../ui/toast";

/**
 * Hands a receipt to the phone's share sheet: its PDF, which whoever gets it can read without an account; where a
 * browser shares no files its address, and where it shares nothing the address goes to the clipboard.
 */
export function useShare() {
  const t = useTranslations("finalize.receipt");
  return async (number: string, address: string): Promise<void> => {
    const url = new URL(`${address}.pdf`, window.location.href).href;
    const { share, canShare } = navigator as Partial<Navigator>;
    try {
      if (share) {
        const file = canShare && (await fetchPdf(url, number));
        const isFile = file && canShare.call(navigator, { files: [file] });
        await share.call(
          navigator,
          isFile ? { files: [file], title: number } : { url, title: number },
        );
      } else {
        await navigator.clipboard.writeText(url);
        toast(t("copied"));
      }
    } catch (error) {
      // Whoever closes the sheet has changed their mind.
      if ((error as Error).name !== "AbortError") toast(t("unshared"), "danger");
    }
  };
}

async function fetchPdf(url: string, number: string): Promise<File | undefined> {
  const answer = await fetch(url, { cache: "no-store" });
  if (!answer.ok) return undefined;
  return new File([await answer.blob()], `${number}.pdf`, { type: "application/pdf" });
}

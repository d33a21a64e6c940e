import { phoneInWords } from "@/lib/core/phones";

/**
 * A phone number as people write it, which a tap calls; "–" for none. What a source wrote that is no number (two of
 * them, say) cannot be called. For the server alone: the numbers of all countries stay there.
 */
export function PhoneLink({ phone }: { phone: string | null | undefined }) {
  if (!phone) return "–";
  if (!phone.startsWith("+")) return phone;
  return (
    <a href={`tel:${phone}`} className="link tabular inline-block max-w-full sm:whitespace-nowrap">
      {phoneInWords(phone)}
    </a>
  );
}

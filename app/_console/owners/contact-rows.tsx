import { getTranslations } from "next-intl/server";

import { Facts } from "@/components/ui/facts";
import { PhoneLink } from "@/components/ui/phone-link";
import type { OwnerView } from "@/lib/people/accounts/schema";

/** How a driver is reached, and by what they are known. */
export async function ContactRows({ owner }: { owner: OwnerView }) {
  const t = await getTranslations("ownerPage");
  const { phone, email, nic } = owner;
  return (
    <Facts
      rows={[
        {
          name: t("phone"),
          value: phone && <PhoneLink phone={phone} />,
        },
        {
          name: t("email"),
          value: (
            <a href={`mailto:${email}`} className="link wrap-anywhere">
              {email}
            </a>
          ),
        },
        { name: t("nic"), value: nic && <span className="tabular">{nic}</span> },
      ]}
    />
  );
}

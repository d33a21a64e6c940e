import { useTranslations } from "next-intl";

import { Facts } from "../ui/facts";

/** Where whoever runs the platform is reached; nothing where they have not said it. */
export function ContactLines({
  contact: { email, address },
}: {
  contact: { readonly email?: string; readonly address?: string };
}) {
  const t = useTranslations("content.reach");
  if (!email && !address) return null;
  return (
    <section aria-labelledby="reach" className="mt-10 max-w-prose">
      <h2 id="reach" className="mb-3 text-xl font-semibold">
        {t("title")}
      </h2>
      <Facts
        rows={[
          {
            name: t("email"),
            value: email && (
              <a href={`mailto:${email}`} className="link">
                {email}
              </a>
            ),
          },
          { name: t("address"), value: address },
        ]}
      />
    </section>
  );
}

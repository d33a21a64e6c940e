"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";

/** What says so much as there is room for; where not even that can be loaded, its first words are here. */
const ErrorPage = lazy(() =>
  import("@/components/shell/error-page").then(
    (file) => ({ default: file.ErrorPage }),
    () => ({ default: Unloaded }),
  ),
);

/** Around whole areas, and for the pages of the public: nearly nobody sees it, so that nobody else loads it. */
export default function PageError(props: { error: unknown; retry: () => void }) {
  return (
    <Suspense>
      <ErrorPage {...props} />
    </Suspense>
  );
}

function Unloaded() {
  const t = useTranslations("errors.unloaded");
  return (
    <main className="shell py-16 text-center">
      <h1 className="text-2xl font-semibold">{t("title")}</h1>
      <p role="alert" className="mt-3">
        {t("text")}
      </p>
    </main>
  );
}

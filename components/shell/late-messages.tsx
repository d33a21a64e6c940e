"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";

const NotFoundMessage = lazy(() =>
  import("./not-found-message").then((file) => ({ default: file.NotFoundMessage })),
);

/** What says so much as there is room for; where not even that can be loaded, its first words are here. */
const ErrorMessage = lazy(() =>
  import("./error-message").then(
    (file) => ({ default: file.ErrorMessage }),
    () => ({ default: Unloaded }),
  ),
);

/** Every page brings along what it shows where there is none: by name alone, and its script comes when it is needed. */
export function NotFound({ framed = false }: { framed?: boolean }) {
  return <NotFoundMessage framed={framed} />;
}

/** Around whole areas, and for the pages of the public: nearly nobody sees it, so that nobody else loads it. */
export function PageError(props: { error: unknown; retry: () => void }) {
  return (
    <Suspense>
      <ErrorMessage {...props} />
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

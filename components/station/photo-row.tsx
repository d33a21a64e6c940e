import { getTranslations } from "next-intl/server";

import type { StationView } from "@/lib/sites/stations/schema";

/** A station's photos in a row that is pushed aside by a thumb; each opens in full. Nothing where there are none. */
export async function PhotoRow({ station }: { station: StationView }) {
  const t = await getTranslations("stationPhotos");
  const { id, name, images } = station;
  if (images.length === 0) return null;
  return (
    <section aria-label={t("title")} className="-mx-4 mt-5 sm:mx-0">
      <ul
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by the keyboard
        tabIndex={0}
        className="flex snap-x gap-3 overflow-x-auto px-4 pb-1 sm:px-0"
      >
        {images.map((image, index) => {
          const address = `/api/v1/stations/${id}/images/${image.id}`;
          const words = image.alt ?? t("photoOf", { station: name, number: index + 1 });
          return (
            <li key={image.id} className="shrink-0 snap-start">
              <a href={address} target="_blank" rel="noreferrer" className="block rounded-lg">
                {/* oxlint-disable-next-line nextjs/no-img-element -- made small already */}
                <img
                  src={`${address}?size=thumbnail`}
                  alt={words}
                  loading={index < 2 ? "eager" : "lazy"}
                  className="h-44 w-60 rounded-lg bg-sunken object-cover"
                />
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

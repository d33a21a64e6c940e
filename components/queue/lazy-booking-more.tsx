import { type ComponentProps, lazy, Suspense } from "react";

import { Skeleton } from "../ui/skeleton";

const Loaded = lazy(async () => ({ default: (await import("./booking-more")).BookingMore }));

/** `BookingMore`, whose buttons and windows come with the first row that is unfolded. */
export function BookingMore(props: ComponentProps<typeof Loaded>) {
  return (
    <Suspense fallback={<Skeleton className="h-24" />}>
      <Loaded {...props} />
    </Suspense>
  );
}

import type { VehicleView } from "@/lib/sites/drivers/schema";

/** What people call a car, by its make and model; null where only its plate is known. */
export function vehicleName({ make, model }: Pick<VehicleView, "make" | "model">): string | null {
  const known = [make, model].filter((part) => part !== null);
  return known.length > 0 ? known.join(" ") : null;
}

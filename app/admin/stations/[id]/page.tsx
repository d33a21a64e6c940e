import { showStation } from "@/app/_console/stations/show-station";
import { page, pageTitle } from "@/lib/http/page";
import { readManagedStation } from "@/lib/sites/stations";

export const generateMetadata = pageTitle(
  async (ctx, { params }) => (await readManagedStation(ctx, params.id ?? "")).name,
);

export default page({
  area: "admin",
  permission: "station.manage",
  run: (ctx, { params, searchParams }) => showStation(ctx, "admin", params.id ?? "", searchParams),
});

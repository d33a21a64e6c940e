import { showTariff } from "@/app/_console/stations/show-tariff";
import { page, pageTitle } from "@/lib/http/page";
import { readManagedStation } from "@/lib/sites/stations";

export const generateMetadata = pageTitle(
  async (ctx, { params }) => (await readManagedStation(ctx, params.id ?? "")).name,
);

export default page({
  area: "admin",
  permission: "tariff.manage",
  run: (ctx, { params }) => showTariff(ctx, "admin", params.id ?? ""),
});

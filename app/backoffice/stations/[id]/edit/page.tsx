import { showStationForm } from "@/app/backoffice/stations/show-station-form";
import { page, pageTitle } from "@/lib/http/page";
import { readStation } from "@/lib/stations";

export const generateMetadata = pageTitle(
  async (ctx, { params }) => (await readStation(ctx, params.id ?? "")).name,
);

export default page({
  roles: ["Backoffice"],
  run: async (ctx, { params }) =>
    showStationForm(ctx, "backoffice", { station: await readStation(ctx, params.id ?? "") }),
});

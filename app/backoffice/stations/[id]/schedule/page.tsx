import { showSchedule } from "@/app/backoffice/stations/show-schedule";
import { page, pageTitle } from "@/lib/http/page";
import { readStation } from "@/lib/stations";

export const generateMetadata = pageTitle(
  async (ctx, { params }) => (await readStation(ctx, params.id ?? "")).name,
);

export default page({
  roles: ["Backoffice"],
  run: (ctx, { params }) => showSchedule(ctx, params.id ?? ""),
});

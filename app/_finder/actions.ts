"use server";

import { z } from "zod";

import { idOf } from "@/lib/core/fields";
import { action } from "@/lib/http/action";
import { removeFavourite, setFavourite } from "@/lib/sites/drivers";

export const markStation = action({
  permission: "favourite.manage",
  body: z.strictObject({ stationId: idOf("station_id"), favourite: z.boolean() }),
  run: (ctx, { stationId, favourite }) =>
    favourite ? setFavourite(ctx, { stationId }) : removeFavourite(ctx, { stationId }),
});

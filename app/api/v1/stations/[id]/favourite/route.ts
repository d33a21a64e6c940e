import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { removeFavourite, setFavourite } from "@/lib/sites/drivers";

const params = z.object({ id: z.uuid() });

export const PUT = endpoint({
  tag: "Favourites",
  summary: "Mark a station as a favourite",
  description: "Again changes nothing.",
  permission: "favourite.manage",
  params,
  status: 204,
  run: (ctx, { params }) => setFavourite(ctx, { stationId: params.id }),
});

export const DELETE = endpoint({
  tag: "Favourites",
  summary: "Take a station out of the favourites",
  description: "Where it is none, nothing changes.",
  permission: "favourite.manage",
  params,
  status: 204,
  run: (ctx, { params }) => removeFavourite(ctx, { stationId: params.id }),
});

export const { GET, POST, PATCH, OPTIONS } = otherMethods({ PUT, DELETE });

import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { readFavourites } from "@/lib/sites/drivers";
import { FavouriteView, ReadFavourites } from "@/lib/sites/drivers/schema";

export const GET = endpoint({
  tag: "Favourites",
  summary: "List my favourites, and where a place is free now",
  description: "The nearest first where `near` says where one is, else as they were marked last.",
  permission: "favourite.manage",
  query: ReadFavourites,
  returns: z.array(FavouriteView),
  examples: [
    { name: "All of them" },
    { name: "The nearest first", query: { near: "40.7128,-74.006" } },
  ],
  run: (ctx, { query }) => readFavourites(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });

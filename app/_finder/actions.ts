"use server";

import { action } from "@/lib/http/action";

import { MarkFavourite, markFavourite } from "./mark-favourite";

export const markStation = action({
  permission: "favourite.manage",
  body: MarkFavourite,
  run: markFavourite,
});

import type { Eraser } from "@/lib/core/eraser";

import { forgetOutageReasons } from "./store/outages";

/** This room keeps nobody's id; staff may have named a person where they say why a connector is out of use. */
export const eraser: Eraser = { columns: {}, erase: forgetOutageReasons };

import type { Eraser } from "@/lib/core/eraser";

import { forgetHoldReasons } from "./store/holds";

/** This room keeps nobody's id; staff may have named a person where they say why connectors are held. */
export const eraser: Eraser = { columns: {}, erase: forgetHoldReasons };

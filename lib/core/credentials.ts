import { z } from "zod";

import { fault } from "./fault";
import { plainLine } from "./fields";

const passwordLength = fault("length", { least: 8, most: 128 });

/** A password that somebody chooses; whether it is a common one, a rule says. */
export const newPassword = z.string().min(8, passwordLength).max(128, passwordLength);

/** One that is to be compared with what is kept: whatever it is, so that nothing is told of its form. */
export const givenPassword = z
  .string()
  .min(1, fault("empty"))
  .max(128, fault("length", { least: 1, most: 128 }));

/** An opaque secret that was handed out: of a link, or a refresh token. */
export const secretText = plainLine(200);

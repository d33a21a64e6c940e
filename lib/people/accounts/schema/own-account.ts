import { z } from "zod";

import { givenPassword } from "@/lib/core/credentials";
import { instantView } from "@/lib/core/fields";

/** The password says that it is they who ask. */
export const DeleteUser = z.strictObject({ password: givenPassword });
export type DeleteUser = z.infer<typeof DeleteUser>;

/** Until when somebody who deleted their account may have it back. */
export const Deletion = z.object({ eraseAfter: instantView });
export type Deletion = z.infer<typeof Deletion>;

/** A picture of oneself. Its bytes are checked, its name and type are not believed. */
export const SetPicture = z.object({
  file: z.object({
    name: z.string().optional(),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
});

/** A browser or app in which its person is signed in. */
export const LoginView = z.object({
  id: z.uuid(),
  /** As people say it, such as `Chrome, Android`; null where it did not say. */
  device: z.string().nullable(),
  startedAt: instantView,
  /** When it was used last, to a quarter of an hour. */
  seenAt: instantView,
  /** Whether it is the one that asks. */
  isThis: z.boolean(),
});
export type LoginView = z.infer<typeof LoginView>;

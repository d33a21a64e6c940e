import { mebibyte, sentImage } from "@/lib/core/sizes";

import { askServer } from "../offline/ask-server";
import { resizePhoto } from "../session-card/resize-photo";

/** What a field for a picture lets choose. A phone that takes pictures of another kind makes one of these of it. */
export const pictureKinds: string = sentImage.types.join(",");

/** Why a picture was not kept: said by the page, or in the server's words. */
export type PictureRefusal =
  | { readonly why: "kind" | "size" | "unsent" }
  | { readonly said: string };

/** What came of it: what the server answers, and the picture as it was sent; or why it was not kept. */
export type PictureSent<T> =
  | { readonly ok: true; readonly data: T; readonly picture: Blob }
  | { readonly ok: false; readonly refusal: PictureRefusal };

/** Sends a picture to the API's `path`, which takes it in the field `file`, made small where this browser can read it. */
export async function sendPicture<T>(
  viewer: string,
  { path, method }: { readonly path: string; readonly method: "POST" | "PUT" },
  file: File,
): Promise<PictureSent<T>> {
  const resized = await resizePhoto(file);
  // What this browser cannot read, the server may.
  const picture = resized ?? file;
  const why = resized ? null : refusalOf(file);
  if (why) return { ok: false, refusal: { why } };
  const body = new FormData();
  body.set("file", picture, "photo.jpg");
  const { heard } = await askServer(viewer, path, { method, key: crypto.randomUUID(), body });
  if (heard === "nothing") return { ok: false, refusal: { why: "unsent" } };
  const said = heard.body as Partial<Answer<T>> | null | undefined;
  if (heard.status < 300 && said?.success) return { ok: true, data: said.data as T, picture };
  return { ok: false, refusal: readRefusal(heard.status, said) };
}

/** What is known without the server: it takes neither another kind nor a larger file. */
export function refusalOf({ type, size }: Pick<File, "type" | "size">): "kind" | "size" | null {
  // A browser that does not know the kind says none; then the server looks.
  if (type !== "" && !(sentImage.types as readonly string[]).includes(type)) return "kind";
  return size > sentImage.maxMebibytes * mebibyte ? "size" : null;
}

/** What the server's answer means for who chose the picture; its words for programs are not for them. */
export function readRefusal(
  status: number,
  said: Pick<Partial<Answer<unknown>>, "message" | "errors"> | null | undefined,
): PictureRefusal {
  if (status === 413) return { why: "size" };
  if (status === 415) return { why: "kind" };
  const words = said?.errors?.[0]?.message ?? said?.message;
  return words ? { said: words } : { why: "unsent" };
}

interface Answer<T> {
  readonly success: boolean;
  readonly data: T;
  readonly message: string;
  readonly errors: readonly { readonly message: string }[];
}

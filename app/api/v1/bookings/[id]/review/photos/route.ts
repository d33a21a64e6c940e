import { z } from "zod";

import { mebibyte } from "@/lib/core/sizes";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sentImage } from "@/lib/records/files/schema";
import { keepReviewPhoto } from "@/lib/service/reviews";
import { AddReviewPhoto, mostPhotos, ReviewPhoto } from "@/lib/service/reviews/schema";
import { sample } from "@/lib/words";

export const POST = endpoint({
  tag: "Reviews",
  summary: "Send a picture for a review",
  description: `JPEG, PNG, GIF or WebP, at most ${sentImage.maxMebibytes} MiB and 40 megapixels, in the field \`file\`. The picture is made anew, without place, camera or anything else that the file said. A review names it in \`uploadIds\`, at most ${mostPhotos} of them; what none names within a day is removed.`,
  permission: "review.write",
  params: z.object({ id: z.uuid() }),
  upload: {
    maxBytes: sentImage.maxMebibytes * mebibyte,
    types: [...sentImage.types],
  },
  body: AddReviewPhoto,
  returns: ReviewPhoto,
  status: 201,
  examples: [{ name: "For a visit that is over", params: { id: sample.finishedSessionId } }],
  prepare: (ctx, { params, body: { file } }) =>
    keepReviewPhoto(ctx, { ...params, bytes: file.bytes, filename: file.name }),
  run: (_ctx, { prepared }) => prepared,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });

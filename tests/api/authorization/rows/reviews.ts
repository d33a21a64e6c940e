import { eq } from "drizzle-orm";

import type { reviewsEndpoints } from "@/app/api/v1/reviews/endpoints";
import { reviews } from "@/db/schema/reviews";
import { stations } from "@/db/schema/stations";

import { form, id, png } from "../inputs";
import type { RowsOf } from "../rows";
import { api, charged, type Scene } from "../scene";

/** What the scene's owner says of a visit. */
export async function reviewed(scene: Scene, said: object = { score: 4 }) {
  const { bookingId } = await charged(scene);
  const path = `/api/v1/bookings/${bookingId}/review`;
  const { status, body } = await api.call("POST", path, { as: scene.owner, body: said });
  if (status >= 400) throw new Error(JSON.stringify(body));
  return body.data as { id: string; bookingId: string };
}

/** A picture of a review that everybody sees: approved, and not the only one there. */
async function shownPhoto(scene: Scene) {
  const { bookingId } = await charged(scene);
  const path = `/api/v1/bookings/${bookingId}/review`;
  const as = scene.owner;
  const photo = await api.call("POST", `${path}/photos`, { as, body: form(png) });
  const photoId = photo.body.data.id as string;
  const made = await api.call("POST", path, { as, body: { score: 5, uploadIds: [photoId] } });
  const id = made.body.data.id as string;
  await api.db.update(reviews).set({ status: "Approved" }).where(eq(reviews.id, id));
  await api.db.update(stations).set({ ratingCount: 3 }).where(eq(stations.id, scene.stationId));
  return { params: { id, photoId } };
}

export const rows: RowsOf<typeof reviewsEndpoints> = {
  "PUT /reviews/{id}": {
    call: async (scene) => ({ ...id(await reviewed(scene)), body: { score: 5 } }),
  },
  "DELETE /reviews/{id}": { call: async (scene) => id(await reviewed(scene)) },
  "GET /reviews/{id}/photos/{photoId}": { anyone: 200, call: shownPhoto },
};

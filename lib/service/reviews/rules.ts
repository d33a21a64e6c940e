import { dayMs, hourMs } from "@/lib/core/durations";
import { fail } from "@/lib/core/errors";
import { machineFor, type Refusal } from "@/lib/core/machines";

import { reviewStatus, type ReviewAction, type ReviewStatus } from "./schema";

/** What the machine asks of a review. */
export interface ReviewState {
  readonly id: string;
  readonly status: ReviewStatus;
  readonly businessId: string;
  readonly stationId: string;
  /** Null where its author was erased. */
  readonly userId: string | null;
  readonly createdAt: Date;
}

/** How long its author may edit a review, in hours. */
const editHours = 48;

/** Until when its author may edit it. */
export const editableUntil = ({ createdAt }: Pick<ReviewState, "createdAt">) =>
  new Date(createdAt.getTime() + editHours * hourMs);

function refuseEdit(review: ReviewState, now: Date): Refusal | null {
  return now > editableUntil(review)
    ? () => fail("review.edit_closed", { hours: editHours })
    : null;
}

/** The variant of an edit that leaves a score alone. */
export const scoreAlone = "scoreAlone";

/** What a review is at first, and after an edit: with words or pictures somebody reads it first (operations.md, 6.5). */
export const firstStatus = (review: {
  readonly text: string | null;
  readonly photos: number;
}): ReviewStatus => (review.text === null && review.photos === 0 ? "Approved" : "Pending");

// prettier-ignore
/** The one table of a review's states (operations.md, §1); nothing else changes its status. */
export const reviewMachine = machineFor<ReviewState>()({
  entity: "Review",
  statuses: reviewStatus.options,
  about: ({ businessId, stationId, userId }) => ({ businessId, stationId, userId, ownerId: userId }),
  hidden: "review.not_found",
  unexplained: "request.invalid",
  refuse: ({ status }, action) => fail("review.status", { status, action: action as ReviewAction }),
  actions: {
    edit: [
      { by: "review.write", from: ["Pending"], to: "same", audit: "Update", event: "review.changed", guard: refuseEdit },
      { by: "review.write", from: ["Approved", "Rejected"], to: "Pending", audit: "Update", event: "review.changed", guard: refuseEdit },
      { by: "review.write", from: ["Approved"], to: "same", audit: "Update", event: "review.changed", guard: refuseEdit, variant: scoreAlone },
      { by: "review.write", from: ["Pending", "Rejected"], to: "Approved", audit: "Update", event: "review.changed", guard: refuseEdit, variant: scoreAlone },
    ],
    withdraw: [
      { by: "review.write", from: ["Pending", "Approved", "Rejected"], to: "Withdrawn", audit: "Retract", event: "review.withdrawn" },
    ],
  },
});

/** What a review adds to its station's rating: its score, if it is Approved. */
export function ratingOf({
  status,
  score,
}: {
  readonly status: ReviewStatus;
  readonly score: number;
}) {
  return status === "Approved" ? { sum: score, count: 1 } : { sum: 0, count: 0 };
}

/** Until when a visit that ended then may be reviewed. */
export const reviewableUntil = (endedAt: Date, days: number) =>
  new Date(endedAt.getTime() + days * dayMs);

/** First name and initial of the last one: `Dora Perera` is `Dora P.`; a single name stays. */
export function shortName(name: string): string {
  const [first = "", ...rest] = name.trim().split(/\s+/u);
  const [initial] = rest.at(-1) ?? "";
  return initial === undefined ? first : `${first} ${initial}.`;
}

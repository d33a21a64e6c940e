export { keepReviewPhoto } from "./keep-review-photo";
export { listReviews } from "./list-reviews";
export { readBookingReview } from "./read-booking-review";
export { readReviewPhoto } from "./read-review-photo";
export { recountRatings } from "./recount-ratings";
export { updateReview } from "./update-review";
export { withdrawReview } from "./withdraw-review";
export { writeReview } from "./write-review";

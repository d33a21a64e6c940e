export { joinWaiting } from "./join-waiting";
export { leaveWaiting } from "./leave-waiting";
export { offerAlternatives } from "./offer-alternatives";
export { readWaiting } from "./read-waiting";
export { serveWaiting } from "./serve-waiting";

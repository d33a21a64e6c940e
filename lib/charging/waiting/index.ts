export { joinWaiting } from "./join-waiting";
export { leaveWaiting } from "./leave-waiting";
export { listWaiting } from "./list-waiting";
export { serveWaiting } from "./serve-waiting";

/** What a form says of itself in the page when the server has done what it asked for. */
export const sentEvent = "baybook:sent";

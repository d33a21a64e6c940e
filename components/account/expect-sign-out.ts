/** Fetches ahead what a sign-out shows while it sends something: the network may be slow by then. */
export function expectSignOut(): void {
  Promise.all([
    import("./follow-sending"),
    import("./sending-dialog"),
    import("../ui/dialog-window"),
  ]).catch(() => undefined);
}

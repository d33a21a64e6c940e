/** Shows on the installed app's icon how much waits; none for 0. Where a system has no such badge, nothing happens. */
export function showOnIcon(count: number): void {
  const { setAppBadge, clearAppBadge } = navigator as Partial<Navigator>;
  const shown = count > 0 ? setAppBadge?.call(navigator, count) : clearAppBadge?.call(navigator);
  // A browser may have the badge and not let this page use it.
  shown?.catch(() => undefined);
}

/** Whether a page of this very site asks, by its Origin: that of BASE_URL, or the host that the request was sent to. */
export function isOwnOrigin(origin: string, host: string | null | undefined, baseUrl: string) {
  return origin === baseUrl || (URL.canParse(origin) && new URL(origin).host === host);
}

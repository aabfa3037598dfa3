/**
 * A write must come from our own pages, or from a program that is no browser (it sends neither header).
 * Browsers send `Sec-Fetch-Site` (and `Origin` on writes) and no page can forge them: that is the CSRF guard beside SameSite cookies.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const origin = request.headers.get("origin");
  if (origin === null) return true;
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}

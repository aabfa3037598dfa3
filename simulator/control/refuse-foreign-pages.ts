import { HTTPException } from "hono/http-exception";

/** A page from elsewhere, open in a browser on this machine, must not be able to reset the simulator. */
export function refuseForeignPages(origin: string | undefined, url: string): void {
  if (origin === undefined || origin === new URL(url).origin) return;
  throw new HTTPException(403, { message: "Requests from pages of other origins are not answered." });
}

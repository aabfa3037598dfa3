import { join } from "node:path";
import { expect, type Page } from "@playwright/test";

const folder = join(import.meta.dirname, "../../docs/pictures");

/** A picture for the README and the guide, 1440 by 900. Only with PICTURES=1: an ordinary run leaves the tree as it was. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES !== "1") return;
  // Notes that come and go would be in one picture and not in the next.
  await expect(page.locator(".mantine-Notification-root")).toHaveCount(0, { timeout: 20_000 });
  // From the top, with nothing pointed at and nothing focused.
  await page.mouse.move(2, 880);
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    window.scrollTo(0, 0);
  });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
}

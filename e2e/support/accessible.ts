import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** What colours decide; everything else is the same in both schemes, and is asked once. */
const rulesOfColours = ["color-contrast", "link-in-text-block"];
type Scheme = "light" | "dark";

/** WCAG 2.2 AA by axe, in the colour schemes named: no violation on this page as it stands. Leaves the page light. */
export async function expectAccessible(page: Page, schemes: readonly Scheme[] = ["light", "dark"]): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  for (const [place, scheme] of schemes.entries()) {
    await inScheme(page, scheme);
    const axe = new AxeBuilder({ page });
    const { violations } = await (place === 0 ? axe.withTags(rules) : axe.withRules(rulesOfColours)).analyze();
    const told = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200)}: ${node.failureSummary?.replaceAll(/\s+/g, " ")}`),
    );
    expect(told, `accessibility of ${page.url()}, ${scheme}`).toEqual([]);
  }
  await inScheme(page, "light");
}

async function inScheme(page: Page, scheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", scheme);
  await endFades(page);
}

/** A ground that fades from one scheme to the other is neither. */
async function endFades(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  });
}

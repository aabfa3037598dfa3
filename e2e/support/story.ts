import AxeBuilder from "@axe-core/playwright";
import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { type Panel, signIn } from "../../bin/demo/panel.ts";
import { demoPassword } from "../../lib/settings/people/demo-people.ts";

export type Who = "operator" | "approver" | "auditor" | "admin";
const emailOf = (who: Who) => `${who}@causeway.example`;

type Actors = {
  /** A browser page where this person is signed in, in a browser context of their own. */
  as: (who: Who) => Promise<Page>;
  /** The same person at the HTTP API, to arrange what a story begins with. */
  api: (who: Who) => Promise<Panel>;
};

/** Stories are told with people: `const operator = await as("operator")`. A console error or a page error fails the story. */
export const test = base.extend<Actors>({
  as: async ({ browser, baseURL }, use) => {
    const pages: Page[] = [];
    const complaints: string[] = [];
    await use(async (who) => {
      const page = await signedInPage(browser, baseURL ?? "", who);
      page.on("pageerror", (fault) => complaints.push(`${page.url()}: ${fault.message}`));
      page.on("console", (message) => {
        // The browser itself reports every 4xx answer; stories that provoke a refusal look at the sentence instead.
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) complaints.push(`${page.url()}: ${message.text()}`);
      });
      pages.push(page);
      return page;
    });
    await Promise.all(pages.map((page) => page.context().close()));
    expect(complaints, "errors in the browser's console").toEqual([]);
  },
  api: async ({ baseURL }, use) => {
    await use((who) => signIn(baseURL ?? "", emailOf(who), demoPassword));
  },
});

async function signedInPage(browser: Browser, baseURL: string, who: Who): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 }, timezoneId: "Europe/London", locale: "en-GB" });
  const page = await context.newPage();
  const answer = await page.request.post("/api/auth/sign-in/email", { data: { email: emailOf(who), password: demoPassword }, headers: { origin: baseURL } });
  expect(answer.status(), `${who} signs in`).toBe(200);
  return page;
}

/** WCAG 2.2 AA by axe, in both colour schemes: no violation on this page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  const told = violations.map((violation) => `${violation.id}: ${violation.help} (${violation.nodes.map((node) => node.target.join(" ")).join(", ")})`);
  expect(told, `accessibility of ${page.url()}`).toEqual([]);
}

export { expect };

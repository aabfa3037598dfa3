import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { type Panel, signIn } from "../../bin/demo/panel.ts";
import { demoPassword } from "../../lib/settings/people/demo-people.ts";
import { type SideDoor, sideDoor } from "./side-door.ts";
import { stopLiveChunks } from "./stop-live-chunks.ts";

export type Who = "operator" | "approver" | "auditor" | "admin";
export const emailOf = (who: Who) => `${who}@causeway.example`;

type Actors = {
  /** A browser page where this person is signed in, in a browser context of their own. */
  as: (who: Who) => Promise<Page>;
  /** A browser page where nobody is signed in. */
  stranger: () => Promise<Page>;
  /** The same person at the HTTP API, to arrange what a story begins with. */
  api: (who: Who) => Promise<Panel>;
  /** The side door of the simulator. What a story changed there is put back when it ends. */
  simulator: SideDoor;
};

/** Stories are told with people: `const operator = await as("operator")`. An error in a browser's console fails the story. */
export const test = base.extend<Actors & { opened: (who: Who | null) => Promise<Page>; tidied: undefined }>({
  opened: async ({ browser, baseURL }, use) => {
    const pages: Page[] = [];
    const complaints: string[] = [];
    await use(async (who) => {
      const page = await openPage(browser, baseURL ?? "", who);
      page.on("pageerror", (fault) => complaints.push(`${page.url()}: ${fault.message}`));
      page.on("console", (message) => {
        // The browser itself reports every 4xx answer; stories that provoke a refusal look at the sentence instead.
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
          complaints.push(`${page.url()}: ${message.text()}`);
      });
      pages.push(page);
      return page;
    });
    await Promise.all(pages.map((page) => page.context().close()));
    expect(complaints, "errors in the browser's console").toEqual([]);
  },
  tidied: [
    async ({ baseURL }, use, story) => {
      await use(undefined);
      if (story.status !== story.expectedStatus) await stopLiveChunks(await panelOf(baseURL ?? "", "operator"));
    },
    { auto: true, timeout: 90_000 },
  ],
  as: async ({ opened }, use) => use(opened),
  stranger: async ({ opened }, use) => use(() => opened(null)),
  api: async ({ baseURL }, use) => use((who) => panelOf(baseURL ?? "", who)),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern even where a fixture needs no other
  simulator: async ({}, use) => {
    const door = sideDoor();
    const before = await door.settings();
    await use(door);
    await door.forgetFaults();
    await door.change(before);
  },
});

async function openPage(browser: Browser, baseURL: string, who: Who | null): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1440, height: 900 },
    timezoneId: "Europe/London",
    locale: "en-GB",
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  if (who) await context.addCookies(await cookiesOf(browser, baseURL, who));
  return context.newPage();
}

type Cookies = Parameters<Awaited<ReturnType<Browser["newContext"]>>["addCookies"]>[0];
const cookies = new Map<Who, Promise<Cookies>>();
const panels = new Map<Who, Promise<Panel>>();

/** Signed in once for all stories: a sign-in costs more than most pages do, on purpose. */
function cookiesOf(browser: Browser, baseURL: string, who: Who): Promise<Cookies> {
  const known = cookies.get(who) ?? signInForCookies(browser, baseURL, who);
  cookies.set(who, known);
  return known;
}

async function signInForCookies(browser: Browser, baseURL: string, who: Who): Promise<Cookies> {
  const context = await browser.newContext({ baseURL });
  const answer = await context.request.post("/api/auth/sign-in/email", {
    data: { email: emailOf(who), password: demoPassword },
    headers: { origin: baseURL },
  });
  expect(answer.status(), `${who} signs in`).toBe(200);
  const given = await context.cookies();
  await context.close();
  return given;
}

function panelOf(baseURL: string, who: Who): Promise<Panel> {
  const known = panels.get(who) ?? signIn(baseURL, emailOf(who), demoPassword);
  panels.set(who, known);
  return known;
}

export { expect };

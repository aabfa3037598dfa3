import { expect } from "vitest";
import { simulatorForTest, type TestClient } from "../test-client.ts";

export type Page = { status: number; text: string; address: string };

export type TestBrowser = TestClient & {
  open(path: string): Promise<Page>;
  /** Presses the button of a form; follows where it leads. */
  press(path: string, fields: Record<string, string | string[]>): Promise<Page>;
};

/** A simulator with somebody who looks at its pages. */
export async function browserForTest(...given: Parameters<typeof simulatorForTest>): Promise<TestBrowser> {
  const client = await simulatorForTest(...given);
  const { pageUrl } = client.simulator;
  const pageOf = async (answer: Response) => ({
    status: answer.status,
    text: await answer.text(),
    address: answer.url.slice(pageUrl.length),
  });
  return {
    ...client,
    open: async (path) => pageOf(await fetch(pageUrl + path)),
    async press(path, fields) {
      const body = new URLSearchParams();
      for (const [name, values] of Object.entries(fields))
        for (const value of [values].flat()) body.append(name, value);
      return pageOf(await fetch(pageUrl + path, { method: "POST", body, headers: { origin: pageUrl } }));
    },
  };
}

/** What the form on a page sends under a name; entities of attributes turned back. */
export function fieldIn({ text }: Page, name: string): string {
  const value = new RegExp(`name="${name.replaceAll(".", "\\.")}" value="([^"]*)"`).exec(text)?.[1];
  expect(value, `there is no field ${name}`).toBeDefined();
  return (value ?? "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
}

import { expect, test } from "vitest";
import { isSameOrigin } from "./is-same-origin.ts";

const request = (headers: Record<string, string>) =>
  new Request("http://panel.example/api/x", { method: "POST", headers });

test("another site cannot make a signed-in browser write", () => {
  expect(isSameOrigin(request({ "sec-fetch-site": "cross-site", origin: "http://evil.example" }))).toBe(false);
  expect(isSameOrigin(request({ "sec-fetch-site": "same-site", origin: "http://evil.panel.example" }))).toBe(false);
  expect(isSameOrigin(request({ origin: "http://evil.example", host: "panel.example" }))).toBe(false);
});

test("our own pages and plain programs may write", () => {
  expect(isSameOrigin(request({ "sec-fetch-site": "same-origin" }))).toBe(true);
  expect(isSameOrigin(request({ origin: "http://panel.example", host: "panel.example" }))).toBe(true);
  expect(isSameOrigin(request({}))).toBe(true);
});

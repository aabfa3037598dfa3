import { afterEach, beforeEach, expect, vi } from "vitest";

/**
 * A test during which something is written with console.error fails: a warning of React, a swallowed fault or a message
 * nobody reads. A test about such a message spies on console.error itself and empties the spy.
 */
beforeEach(() => {
  vi.spyOn(console, "error");
});

afterEach(() => {
  const spy: unknown = console.error;
  const messages = vi.isMockFunction(spy) ? spy.mock.calls.map((call) => call.map(String).join(" ")) : [];
  vi.restoreAllMocks();
  expect(messages, "console.error was called").toEqual([]);
});

import { expect, test } from "vitest";
import { type Counts, countParts } from "#lib/domain/counts.ts";
import { identitySentence } from "./count-identity.ts";

const none = Object.fromEntries(countParts.map((part) => [part, 0])) as Omit<Counts, "clients">;

test("the sentence names every part that has clients, and its numbers make the sum", () => {
  const sentence = identitySentence({ ...none, clients: 1500, created: 1200, invalid: 280, refused: 20 });
  expect(sentence).toBe("1,500 clients = 280 invalid + 1,200 created + 20 refused");
});

test("a migration without clients says so", () => {
  expect(identitySentence({ ...none, clients: 0 })).toBe("0 clients = 0");
});

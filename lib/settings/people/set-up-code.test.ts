import { expect, test } from "vitest";
import { isSetUpCode, setUpCodeOf } from "./set-up-code.ts";

const secret = "a secret of at least thirty-two characters";

test("the code is the same for the same secret, and another for another", () => {
  expect(setUpCodeOf(secret)).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  expect(setUpCodeOf(secret)).toBe(setUpCodeOf(secret));
  expect(setUpCodeOf(secret)).not.toBe(setUpCodeOf(`${secret}!`));
});

test("it is taken as people type it, and nothing else is", () => {
  const code = setUpCodeOf(secret);
  expect(isSetUpCode(code, secret)).toBe(true);
  expect(isSetUpCode(` ${code.toLowerCase().replaceAll("-", " ")} `, secret)).toBe(true);
  for (const wrong of ["", "AAAA-AAAA-AAAA", code.slice(0, -1), `${code}2`, setUpCodeOf("another secret")])
    expect(isSetUpCode(wrong, secret)).toBe(false);
});

import { expect, test } from "vitest";
import { userNamed } from "./system-user.mjs";

const passwd =
  "root:x:0:0:root:/root:/bin/bash\npostgres-old:x:70:70::/:/bin/false\npostgres:x:101:104::/var/lib/postgresql:/bin/bash\n";

test("a user is found by the whole name", () => {
  expect(userNamed("postgres", passwd)).toEqual({ name: "postgres", uid: 101, gid: 104 });
});

test("a user who is not there is not found", () => {
  expect(userNamed("post", passwd)).toBeUndefined();
});

import { listCauses } from "../lib/contracts/issues.ts";
import { expectAccessible } from "./support/accessible.ts";
import { launchedChunk, preparedBook } from "./support/prepared-book.ts";
import { expect, test } from "./support/story.ts";

/** References that no other story and no other run has sent. */
const prefixOf = (story: string) => `${story}${Date.now().toString(36).toUpperCase()}`;

test("clients are left out with a reason, stay counted, and are taken back in", async ({ as, api }) => {
  const operator = await api("operator");
  const migrationId = await preparedBook(operator, { clients: 120, prefix: prefixOf("X") });
  const page = await as("operator");
  const counts = async () => (await operator.call(listCauses, { params: { migrationId } })).counts;
  const before = await counts();
  await page.goto(`/migrations/${migrationId}/review`);
  const cause = page.getByRole("article", { name: /^Date does not exist/ });

  await test.step("one cause is excluded as a whole", async () => {
    await cause.getByRole("button", { name: /^Exclude/ }).click();
    const dialog = page.getByRole("dialog", { name: "Exclude 1 client?" });
    await expectAccessible(page, ["light"]);
    await dialog.getByLabel("Reason").fill("Closed before 2019, confirmed by client services");
    await dialog.getByRole("button", { name: "Exclude 1 client" }).click();
    await expect(page.getByText("1 client excluded")).toBeVisible();
    await expect(cause).toBeHidden();
    expect(await counts()).toMatchObject({ clients: before.clients, excluded: 1, invalid: before.invalid - 1 });
  });

  await test.step("the list says who was left out and why, and takes them back in", async () => {
    const list = page.getByRole("region", { name: "Excluded clients" });
    await expect(list.getByText("Closed before 2019, confirmed by client services")).toBeVisible();
    await expectAccessible(page);
    await list.getByRole("button", { name: /^Take back in: / }).click();
    await expect(cause).toBeVisible();
    expect(await counts()).toEqual(before);
  });
});

test("personal values are shown for a reason, and are hidden again after a minute", async ({ as, api }) => {
  const operator = await api("operator");
  const migrationId = await preparedBook(operator, { clients: 25, prefix: prefixOf("V") });
  const page = await as("operator");
  await page.clock.install();
  await page.goto(`/migrations/${migrationId}/records`);
  await page.getByRole("grid").getByRole("link").first().click();
  const surname = page.getByRole("row", { name: /^Family name/ });
  await expect(surname).toContainText("•••");
  await page.getByRole("button", { name: "Show personal values…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill("The client asked on the telephone");
  await dialog.getByRole("button", { name: /^Show/ }).click();
  await expect(surname).not.toContainText("•••");
  await expectAccessible(page, ["light"]);
  await page.clock.fastForward(61_000);
  await expect(surname).toContainText("•••");
  const admin = await as("admin");
  await admin.goto("/settings/audit");
  await expect(admin.getByText("The client asked on the telephone").first()).toBeVisible();
});

test("a stopped chunk sends nobody more, and who did not leave may leave with another chunk", async ({
  as,
  api,
  simulator,
}) => {
  const [operator, approver] = [await api("operator"), await api("approver")];
  const migrationId = await preparedBook(operator, { clients: 60, prefix: prefixOf("S") });
  await simulator.reset();
  await simulator.change({ latencyMs: 400 });
  const chunkId = await launchedChunk(operator, approver, migrationId, { clients: 40, processes: 2 });
  const page = await as("operator");
  await page.goto(`/migrations/${migrationId}/chunks/${chunkId}`);
  await expect(page.getByRole("progressbar", { name: "Progress of chunk 1" })).not.toHaveAttribute(
    "aria-valuenow",
    "0",
  );
  await page.getByRole("button", { name: "Stop…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Stop it for good" }).click();
  await expect(page.getByText(/^Stopped/).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("The numbers add up. They are counted from the records themselves.")).toBeVisible();
  await expectAccessible(page);
  await simulator.change({ latencyMs: 0 });

  const sent = (await simulator.seen()).profiles;
  expect(sent).toBeLessThan(40);
  await launchedChunk(operator, approver, migrationId, { clients: 40 - sent, processes: 5 });
  await page.goto(`/migrations/${migrationId}/chunks`);
  await page.getByRole("link", { name: "Chunk 2" }).click();
  await expect(page.getByText(`All ${40 - sent} clients were created in Passfort.`)).toBeVisible({ timeout: 60_000 });
  expect(await simulator.seen()).toMatchObject({ profiles: 40, duplicateCustomerRefs: [] });
});

test("a person whom the admin adds signs in with the first password, in the role that was given", async ({
  as,
  stranger,
}) => {
  const email = `paula.${Date.now().toString(36)}@causeway.example`;
  const admin = await as("admin");
  await admin.goto("/settings/people");
  await admin.getByRole("button", { name: "Add a person" }).click();
  const dialog = admin.getByRole("dialog", { name: "Add a person" });
  await dialog.getByLabel("Name").fill("Paula Approver");
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByRole("textbox", { name: "First password" }).fill("a sentence for the first day");
  await dialog.getByRole("radio", { name: /^Approver/ }).check();
  await dialog.getByRole("button", { name: "Add the person" }).click();
  await expect(admin.getByRole("row", { name: new RegExp(email) })).toContainText("Approver");

  const page = await stranger();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel(/^Password/).fill("a sentence for the first day");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: "Account of Paula Approver, Approver" })).toBeVisible();
});

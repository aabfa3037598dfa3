import type { Panel } from "../bin/demo/panel.ts";
import { listConnections } from "../lib/contracts/connections.ts";
import { expectAccessible } from "./support/accessible.ts";
import { expect, test } from "./support/story.ts";

/** A name that no other run has taken. */
const named = (words: string) => `${words} ${Date.now().toString(36)}`;

test("a smoke run shows step by step how an account behaves, and says what it leaves behind", async ({
  as,
  api,
  simulator,
}) => {
  test.setTimeout(180_000);
  await simulator.change({ createdStatus: 201 });
  const connectionId = await idOf(await api("admin"), "Simulator");
  const admin = await as("admin");
  await admin.goto("/settings/connections");
  await admin.getByRole("link", { name: "Settings and smoke runs of Simulator" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: /^Simulator/ })).toBeVisible();

  await test.step("it says what it will make before it makes it", async () => {
    await admin.getByRole("button", { name: "Start a smoke run" }).click();
    const dialog = admin.getByRole("dialog", { name: "Start a smoke run?" });
    await expect(dialog).toContainText("Two individuals, a company and an associate are made there");
    await expectAccessible(admin);
    await dialog.getByRole("button", { name: "Start" }).click();
    await expect(dialog).toBeHidden();
  });

  const run = admin.getByRole("article", { name: /^Smoke run/ });
  await test.step("each step gets its result as it comes, and the run ends by itself", async () => {
    await expect(run.getByText(/^Step \d+ of 17 is under way\.$/)).toBeVisible();
    await expect(run.getByText(/of 17 steps proved what the panel presumes/)).toBeVisible({ timeout: 120_000 });
    await expect(run.getByText(/^Free-form addresses come back structured, with every word/)).toBeVisible();
    await expect(run.getByRole("listitem").filter({ hasText: "answered with 201" })).toContainText("Differs");
    await expect(run.getByRole("listitem").filter({ hasText: "by a webhook" })).toContainText("PRODUCT_STATUS_CHANGED");
    await expectAccessible(admin);
  });

  await test.step("what it left behind is listed with ids, and is there", async () => {
    await expect(run.getByRole("heading", { name: "Left in Passfort" })).toBeVisible();
    const references = await simulator.references();
    expect(references.filter((reference) => reference?.startsWith("SMOKE-")).length).toBeGreaterThanOrEqual(4);
  });

  await test.step("it fits a phone", async () => {
    await admin.setViewportSize({ width: 390, height: 844 });
    await expect(run.getByText(/of 17 steps proved/)).toBeVisible();
    const sideways = () => admin.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    // The navigation slides away first.
    await expect.poll(sideways).toBeLessThanOrEqual(0);
    await expectAccessible(admin, ["light"]);
    await admin.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step("it is kept, and the list of connections says so", async () => {
    await admin.reload();
    await expect(run.getByText(/of 17 steps proved/)).toBeVisible();
    const { connections } = await (await api("admin")).call(listConnections);
    expect(connections.find(({ id }) => id === connectionId)?.smoke).toMatchObject({ status: "finished" });
  });

  await test.step("an auditor sees it and cannot start one", async () => {
    const auditor = await as("auditor");
    await auditor.goto(`/settings/connections/${connectionId}`);
    await expect(auditor.getByRole("article", { name: /^Smoke run/ }).getByText(/of 17 steps proved/)).toBeVisible();
    for (const name of ["Start a smoke run", "Rename: Name", "Replace: API key", "Remove this connection"])
      await expect(auditor.getByRole("button", { name })).toHaveCount(0);
    await expectAccessible(auditor, ["light"]);
  });
});

test("a connection is renamed, gets another webhook secret, and goes when nothing hangs on it", async ({
  as,
  api,
  simulator,
}) => {
  const name = named("Short-lived");
  const admin = await as("admin");
  await admin.goto("/settings/connections");

  await test.step("the addresses Passfort gives out are offered; one of a simulator is typed in", async () => {
    await admin.getByRole("button", { name: "Add a connection" }).click();
    const dialog = admin.getByRole("dialog", { name: "Add a connection" });
    await dialog.getByRole("combobox", { name: "Region" }).click();
    await admin.getByRole("option", { name: /United States/ }).click();
    await expect(dialog.getByLabel("Address of the API")).toHaveValue("https://api.us.maxsight.com/4.0");
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByLabel("API key").fill("a-key-for-nothing");
    await dialog.getByLabel("Webhook secret").fill("a-secret-of-webhooks");

    await dialog.getByLabel("Address of the API").fill(simulator.url);
    await dialog.getByRole("button", { name: "Look whose key this is" }).click();
    await expect(dialog.getByText(/Choose the environment simulator/)).toBeVisible();
    await expectAccessible(admin);
    await dialog.getByRole("radio", { name: /^Simulator/ }).check();
    await dialog.getByRole("button", { name: "Add the connection" }).click();
    await expect(dialog).toBeHidden();
  });

  await admin.getByRole("link", { name: `Settings and smoke runs of ${name}` }).click();

  await test.step("a key is never shown, and one that opens nothing is not kept", async () => {
    await expect(admin.getByText(/^Set on .* sealed, never shown again$/)).toHaveCount(2);
    await admin.getByRole("button", { name: "Replace: API key" }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByLabel("New API key").fill("another-key-for-nothing");
    await dialog.getByRole("button", { name: "Try and replace" }).click();
    await expect(dialog.getByText(/The API key is not accepted/)).toBeVisible();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("during a change of the webhook secret both are taken, until a person ends it", async () => {
    const connectionId = await idOf(await api("admin"), name);
    const knock = (secret: string) =>
      fetch(new URL(`/api/webhooks/passfort/${connectionId}`, admin.url()), {
        method: "POST",
        headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
        body: JSON.stringify({ id: crypto.randomUUID(), event: "TASK_CREATED", secret, data: {} }),
      }).then(({ status }) => status);
    await admin.getByRole("button", { name: "Replace: Webhook secret" }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByLabel("New webhook secret").fill("the-next-secret");
    await dialog.getByRole("button", { name: "Replace" }).click();
    await expect(admin.getByText(/^The former secret is taken too, until/)).toBeVisible();
    await expectAccessible(admin);
    expect([await knock("a-secret-of-webhooks"), await knock("the-next-secret"), await knock("neither")]).toEqual([
      200, 200, 401,
    ]);
    await admin.getByRole("button", { name: "End the former secret" }).click();
    await admin.getByRole("button", { name: "End it now" }).click();
    await expect(admin.getByText(/^The former secret is taken too/)).toHaveCount(0);
    expect([await knock("a-secret-of-webhooks"), await knock("the-next-secret")]).toEqual([401, 200]);
  });

  await test.step("it gets another name", async () => {
    await admin.getByRole("button", { name: "Rename: Name" }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByLabel("Name").fill(`${name} renamed`);
    await dialog.getByRole("button", { name: "Rename" }).click();
    await expect(admin.getByRole("heading", { level: 1, name: `${name} renamed` })).toBeVisible();
  });

  await test.step("it is removed, and every act is in the audit log", async () => {
    await admin.getByRole("button", { name: "Remove this connection" }).click();
    await admin.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await expect(admin.getByRole("heading", { level: 1, name: "Connections" })).toBeVisible();
    await expect(admin.getByText(`${name} renamed`)).toHaveCount(0);
    await admin.goto("/settings/audit");
    for (const act of [
      /Replace an API key.*Not understood/,
      /Replace a webhook secret.*Done/,
      /Remove a connection.*Done/,
    ])
      await expect(admin.getByRole("row", { name: act }).first()).toBeVisible();
  });
});

test("whoever types a demo key is shown whose it is, and says that it is the account they mean", async ({ as }) => {
  const admin = await as("admin");
  // No demo account can be called from a test; what it would answer is put in its place, and nothing is kept.
  const sentence = "Passfort answers as “Riverbank Finance (demo)” with the key “Migration key”.";
  await admin.route("**/api/connections/introductions", (route) =>
    route.fulfill({ json: { sentence, institutionName: "Riverbank Finance (demo)", keyName: "Migration key" } }),
  );
  await admin.goto("/settings/connections");
  await admin.getByRole("button", { name: "Add a connection" }).click();
  const dialog = admin.getByRole("dialog", { name: "Add a connection" });
  await dialog.getByLabel("Name").fill(named("Demo"));
  await dialog.getByLabel("API key").fill("a-demo-key");
  await dialog.getByLabel("Webhook secret").fill("a-secret-of-webhooks");
  await expect(dialog.getByRole("button", { name: "Add the connection" })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Look whose key this is" }).click();
  await expect(dialog.getByText(sentence)).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Add the connection" })).toBeDisabled();
  await expectAccessible(admin);
  await dialog.getByRole("checkbox", { name: "Yes, this is our demo account" }).check();
  await expect(dialog.getByRole("button", { name: "Add the connection" })).toBeEnabled();

  await test.step("another key asks again", async () => {
    await dialog.getByLabel("API key").fill("another-demo-key");
    await expect(dialog.getByText(sentence)).toHaveCount(0);
    await expect(dialog.getByRole("button", { name: "Add the connection" })).toHaveCount(0);
  });
});

async function idOf(panel: Panel, name: string): Promise<string> {
  const { connections } = await panel.call(listConnections);
  const connection = connections.find((each) => each.name === name);
  if (!connection) throw new Error(`There is no connection named ${name}.`);
  return connection.id;
}

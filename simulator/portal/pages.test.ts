import { expect, test } from "vitest";
import { completeConfig } from "../config.ts";
import { individual } from "../test-client.ts";
import { createWorld } from "../world.ts";
import { createPortal } from "./router.ts";
import { browserForTest } from "./test-browser.ts";

const HOSTILE = `"'><img src=x onerror=alert(1)><script>alert(2)</script></textarea><b>&amp;`;

const PDF = Buffer.from("%PDF-1.4 synthetic").toString("base64");

test("whatever a client, a note, a file, a reason or a fault is called, no page lets it become markup", async () => {
  const { api, control, press, open } = await browserForTest();
  await control("POST", "/settings", {
    webhook: {
      account: "demo",
      endpoint: "http://127.0.0.1:9/?<b>",
      enabled: true,
      events: [HOSTILE, "EVENTS_CREATED"],
    },
    manualKeywords: [HOSTILE],
  });
  await control("POST", "/faults", { rules: [{ operation: HOSTILE, customerRef: HOSTILE, kind: "500" }] });
  const address_history = [{ address: { type: "FREEFORM", country: "GBR", text: HOSTILE } }];
  const { id, applications, tasks } = (
    await api("POST", "/profiles", individual(HOSTILE, HOSTILE, { address_history, [HOSTILE]: { [HOSTILE]: HOSTILE } }))
  ).body;
  await api("POST", `/profiles/${id}/tags`, { name: HOSTILE });
  const file = (await api("POST", `/profiles/${id}/files`, { data: PDF, name: HOSTILE })).body;
  await api("POST", `/profiles/${id}/tasks/${tasks[0].id}/notes`, {
    text: HOSTILE,
    author_name: HOSTILE,
    attachments: [{ id: file.id }],
  });
  const user = { name: HOSTILE };
  await control("POST", `/profiles/${id}/applications/${applications[0].id}/decision`, {
    status: "APPROVED",
    comment: HOSTILE,
    user,
  });
  const event = (await control("POST", `/profiles/${id}/events`, { data: { event_type: "PEP_FLAG" }, user })).body;
  await control("POST", `/profiles/${id}/events/${event.id}`, { resolution: "IGNORE", reason: HOSTILE, user });
  await control("POST", `/profiles/${id}/tasks/${tasks[0].id}/expiry`, {
    expire_at: "2099-01-01 00:00:00",
    reason_categories: ["OTHER"],
    reason_description: HOSTILE,
  });
  const q = encodeURIComponent(HOSTILE);
  const pages = [
    await open("/"),
    await open(`/portal?q=${q}&category=${q}&kind=${q}&done=${q}`),
    await open(`/portal?q=alert`),
    await open(`/portal/profiles/${id}?done=${q}`),
    await open(`/portal/profiles/${id}/edit`),
    await open(`/portal/profiles/${id}/edit?as=json`),
    await open(`/portal/profiles/${id}/delete`),
    await open("/portal/webhooks"),
    await open("/portal/bad-days"),
    await open(`/portal/calls?operation=${q}&outcome=${q}`),
    await open(`/portal?account=${q}`),
    await press(`/portal/profiles/${id}/edit?as=json`, { json: HOSTILE, if_match: HOSTILE }),
    await press(`/portal/profiles/${id}/edit?as=json`, {
      json: JSON.stringify({ entity_type: HOSTILE }),
      if_match: "*",
    }),
    await press(`/portal/profiles/${id}/edit`, {
      customer_ref: HOSTILE,
      "personal_details.dob": HOSTILE,
      if_match: "*",
    }),
    await press(`/portal/profiles/${id}/applications/${applications[0].id}/decision`, { status: HOSTILE }),
    await press("/portal/webhooks/settings", { endpoint: HOSTILE }),
    await press("/portal/bad-days/order", { operation: "*", kind: HOSTILE }),
  ];
  for (const { text, address } of pages) {
    expect(text, address).toContain("Simulator: not Passfort");
    for (const markup of ["<img", "<script", "<b>", "</textarea><"])
      expect(text.replace(/<\/textarea><\/label>/, ""), address).not.toContain(markup);
  }
  const profile = pages[3]?.text ?? "";
  // Name, reference, reason, note and file are there as text.
  expect(profile.split("&lt;img src=x onerror=alert(1)&gt;").length).toBeGreaterThan(6);
});

test("the pages need no script, no picture and no font from elsewhere, and say so to the browser", async () => {
  const { simulator } = await browserForTest();
  for (const path of ["/", "/portal", "/portal/webhooks", "/portal/bad-days", "/portal/calls", "/nowhere"]) {
    const answer = await fetch(simulator.pageUrl + path);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'; style-src 'self'");
    const text = await answer.text();
    expect(text).not.toMatch(/<script|style="|https?:\/\/(?!127\.0\.0\.1)/);
  }
  const style = await (await fetch(`${simulator.pageUrl}/portal/style.css`)).text();
  expect(style).toContain("prefers-color-scheme: dark");
  expect(style).not.toMatch(/url\(|@import/);
});

test("no form can be sent from a page of another origin", async () => {
  const portal = createPortal(createWorld(completeConfig()));
  const forms = portal.routes.filter(({ method, path }) => method === "POST" && path !== "/*");
  expect(forms.length).toBeGreaterThan(15);
  for (const { path } of forms) {
    const answer = await portal.request(`http://127.0.0.1:4010${path.replaceAll(/:\w+/g, "x")}`, {
      method: "POST",
      headers: { origin: "https://elsewhere.example" },
      body: new FormData(),
    });
    expect([path, answer.status]).toEqual([path, 403]);
  }
});

test("what is not there is a page with a sentence, not a crash", async () => {
  const { open } = await browserForTest();
  for (const path of [
    "/portal/profiles/unknown",
    "/portal/profiles/unknown/edit",
    "/portal?account=nobody",
    "/nowhere",
  ])
    expect(await open(path)).toMatchObject({ status: 404, text: expect.stringContaining("Nothing here") });
});

test("what is posted and is no form is refused with a sentence", async () => {
  const { simulator } = await browserForTest();
  const answer = await fetch(`${simulator.pageUrl}/portal/bad-days/clear`, { method: "POST", body: "{}" });
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining("What was sent is not a form.")]);
});

test("Passfort's own deep link leads to the profile", async () => {
  const { api, open } = await browserForTest();
  const { id } = (await api("POST", "/profiles", individual("C-1"))).body;
  expect((await open(`/profiles/${id}/applications`)).address).toBe(`/portal/profiles/${id}`);
});

test("a list is found by name, tag or reference, filtered by category, and empty lists say what to do", async () => {
  const { api, control, open } = await browserForTest();
  expect((await open("/portal")).text).toContain("This account has no profiles yet");
  const first = (await api("POST", "/profiles", individual("REF-1", "Quillfeather"))).body;
  await api("POST", `/profiles/${first.id}/tags`, { name: "migrated" });
  await api("POST", "/profiles", individual("REF-2", "Marshwood"));
  await control("POST", "/settings", { advanceMs: 1_500 });
  await api("POST", `/profiles/${first.id}/applications/${first.applications[0].id}`, { status: "CANCELLED" });
  const namesOn = async (query: string) =>
    [...(await open(`/portal?${query}`)).text.matchAll(/profiles\/[\w-]+">Alex (\w+)</g)].map(([, name]) => name);
  expect(await namesOn("")).toEqual(["Marshwood", "Quillfeather"]);
  for (const q of ["quill", "MIGRATED", "ref-1"]) expect(await namesOn(`q=${q}`)).toEqual(["Quillfeather"]);
  expect(await namesOn("category=CUSTOMER")).toEqual(["Marshwood"]);
  expect(await namesOn("category=PREVIOUS_CUSTOMER")).toEqual(["Quillfeather"]);
  expect(await namesOn("account=sim-live-key")).toEqual([]);
  expect((await open("/portal?q=nobody")).text).toContain("No profile has this name, tag or reference");
});

test("associates are in the main list only when they are searched or asked for", async () => {
  const { api, open } = await browserForTest();
  await api("POST", "/profiles", { ...individual("A-1", "Saltmarsh"), role: "INDIVIDUAL_ASSOCIATED" });
  expect((await open("/portal")).text).not.toContain("Alex Saltmarsh");
  for (const query of ["q=salt", "kind=associates", "kind=all"])
    expect((await open(`/portal?${query}`)).text).toContain("Alex Saltmarsh");
});

test("fifty profiles make a page, and the links between pages keep account and search", async () => {
  const { api, open } = await browserForTest();
  for (let number = 1; number <= 51; number += 1)
    await api("POST", "/profiles", individual(`C-${number}`, "Quill"), { apikey: "sim-live-key" });
  const first = await open("/portal?account=sim-live-key&q=quill");
  expect(first.text).toContain("51 profiles, page 1 of 2");
  const next = /href="([^"]+)">Next page/.exec(first.text)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const second = await open(next);
  expect(second.text).toContain("51 profiles, page 2 of 2");
  expect(second.text.match(/href="\/portal\/profiles\//g)).toHaveLength(1);
});

test("calls are shown with what was ordered for them, and never with what was sent", async () => {
  const { api, control, open } = await browserForTest();
  await control("POST", "/faults", { rules: [{ operation: "create_profile", nth: 2, kind: "500" }] });
  await api("POST", "/profiles", individual("C-1", "Quillfeather"));
  await api("POST", "/profiles", individual("C-2", "Quillfeather"));
  const all = (await open("/portal/calls")).text;
  expect(all.match(/<code>create_profile<\/code>/g)).toHaveLength(2);
  expect(all).not.toContain("Quillfeather");
  const faulty = (await open("/portal/calls?outcome=fault")).text;
  expect(faulty.match(/<code>create_profile<\/code>/g)).toHaveLength(1);
});

test("the overview names who waits for a person, and nobody else", async () => {
  const { api, control, open } = await browserForTest();
  await api("POST", "/profiles", individual("C-1", "Clearwater"));
  await api("POST", "/profiles", individual("C-2", "Failsworth"));
  await control("POST", "/settings", { advanceMs: 1_500 });
  const { text } = await open("/");
  expect(text).toContain("Alex Failsworth");
  expect(text).not.toContain("Alex Clearwater");
});

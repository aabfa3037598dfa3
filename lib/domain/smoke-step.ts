/** How sure the API contract is of what a step looks for: a page of Passfort says it, a real client saw it, or we guessed. */
export const contractMarks = ["documented", "seen", "inferred"] as const;
export type ContractMark = (typeof contractMarks)[number];

/**
 * What came of a step. `differs` is a finding as good as `proved`: the account answers, but not as the panel presumes.
 * `not_tried`: a step it builds on did not come about.
 */
export const smokeResults = ["proved", "differs", "failed", "not_seen", "not_tried"] as const;
export type SmokeResult = (typeof smokeResults)[number];

export type SmokeStepAbout = {
  /** What the panel presumes, as a sentence that may turn out to be wrong. */
  presumes: string;
  mark: ContractMark;
  /** Where the API contract says so. */
  section: string;
};

/** The steps of a smoke run in their order, each with what it puts to the proof (API contract §13). */
export const smokeSteps = {
  whoami: {
    presumes: "The key opens an account, and the account says who it is.",
    mark: "documented",
    section: "§1.2",
  },
  create_individual: {
    presumes: "An individual is created and reads back as it was sent.",
    mark: "seen",
    section: "§3.1, §3.3",
  },
  success_status: { presumes: "A profile that was created is answered with 200.", mark: "seen", section: "§1.5" },
  structured_address: {
    presumes: "A structured address comes back with the parts it was sent with.",
    mark: "documented",
    section: "§3.5",
  },
  freeform_address: {
    presumes: "A free-form address comes back structured.",
    mark: "seen",
    section: "§3.5",
  },
  replace_data: {
    presumes: "Collected data is replaced as a whole, and its ETag changes.",
    mark: "seen",
    section: "§9",
  },
  stale_etag: {
    presumes: "A write with an ETag that is out of date is refused with 412 and the present data.",
    mark: "seen",
    section: "§9",
  },
  add_tag: { presumes: "A tag is taken and stands on the profile.", mark: "seen", section: "§7" },
  tag_search: { presumes: "Search finds a profile by its tag, a few seconds late.", mark: "inferred", section: "§10" },
  reference_search: {
    presumes: "Search does not know customer_ref.",
    mark: "inferred",
    section: "§10",
  },
  task_file: {
    presumes: "A file can be attached to a task by a note.",
    mark: "documented",
    section: "§5.2, §6",
  },
  document: {
    presumes: "An image becomes a document, which then stands in the collected data.",
    mark: "seen",
    section: "§6",
  },
  create_company: {
    presumes: "A company is created and has tasks that take associates.",
    mark: "seen",
    section: "§3.4, §4.1",
  },
  associate_auto_apply: {
    presumes: "An associate gets no application before it is linked.",
    mark: "inferred",
    section: "§4.3, §11 row 23",
  },
  link_associate: {
    presumes: "One write links an associate to its company, and linking adds its application.",
    mark: "inferred",
    section: "§4.2, §4.3",
  },
  reject_applications: {
    presumes: "Applications are rejected, or cancelled when they were approved.",
    mark: "documented",
    section: "§5.1",
  },
  webhook: {
    presumes: "Passfort tells the panel of it by a webhook.",
    mark: "documented",
    section: "§8",
  },
} as const satisfies Record<string, SmokeStepAbout>;

export type SmokeStepKind = keyof typeof smokeSteps;
export const smokeStepKinds = Object.keys(smokeSteps) as SmokeStepKind[];

/** The tag of everything a smoke run makes, so that it can be found and told from clients. */
export const smokeTag = "causeway-smoke-test";

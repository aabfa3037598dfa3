import type { CallResult } from "../../../domain/failure.ts";
import type { StepResult } from "../../../store/answer.ts";
import type { Ending } from "../ending.ts";
import type { OpenStep, Passage } from "./passage.ts";
export type Gap = { code: string; message: string };
/** What looking for a step's result in Passfort found. */
export type Seen = { word: "there"; result: StepResult } | { word: "not_there" } | Ending;

/** How a lost call is looked for. */
export type Looking = {
  /** It was looked for before, in vain, after its call had ended and so long ago that what came since is shown by now: "not there" is believed. */
  isSecond: boolean;
  /** ms until it is worth looking again: Passfort has certainly ended the call, and its search has caught up. */
  comeAgainMs: number;
};

type Common = {
  /** Why it cannot be tried now, because of what did not come to be before it; null: it can. */
  hindrance?(passage: Passage, step: OpenStep): Promise<Gap | null>;
  /** What later steps of this walk want to know of its result, beside the id. */
  remember?(passage: Passage, result: StepResult): void;
};

/** Brings something about: each call is written down before it leaves. */
type Acting = {
  call(passage: Passage, step: OpenStep): Promise<CallResult<StepResult>>;
  /** Where its result exists already, because a person said so; null: it is to be brought about. */
  standing?(passage: Passage): Promise<Exclude<Seen, { word: "not_there" }>> | null;
  /** Did the lost call happen? */
  lookUp(passage: Passage, step: OpenStep, looking: Looking): Promise<Seen>;
  /** What is said when its tries are used up without an answer; absent: that it does not exist in Passfort. */
  neverAnswered?: Gap;
};

/** Waits until Passfort has brought something about; only looks, so nothing can be lost. */
type Waiting = { look(passage: Passage, step: OpenStep): Promise<Exclude<Seen, { word: "not_there" }>> };

/** How one kind of step comes to be. */
export type StepDoer = Common & (Acting | Waiting);
export type ActingDoer = Common & Acting;
export type WaitingDoer = Common & Waiting;

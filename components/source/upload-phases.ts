import type { Guess } from "./guess-row-kind.ts";
import type { RowKind } from "./row-kinds.ts";

export type UploadPhase = "picked" | "queued" | "checking" | "sending" | "failed";

/** A file on its way from the operator's disk. `share` is 0…1 of the phase. */
export type Upload = {
  id: number;
  file: File;
  rowKind: RowKind | null;
  guess: Guess | null;
  phase: UploadPhase;
  share: number;
  error: unknown;
};

type PhaseLook = { sentence: string; isMoving: boolean; mayStart: boolean; leaveLabel: string };

/** What each phase says, and which buttons it has. */
export const uploadPhases: Record<UploadPhase, PhaseLook> = {
  picked: { sentence: "Not uploaded yet", isMoving: false, mayStart: true, leaveLabel: "Leave out" },
  queued: { sentence: "Waiting for the file before it", isMoving: true, mayStart: false, leaveLabel: "Cancel" },
  checking: { sentence: "Checking fingerprint (SHA-256)", isMoving: true, mayStart: false, leaveLabel: "Cancel" },
  sending: { sentence: "Uploading", isMoving: true, mayStart: false, leaveLabel: "Cancel" },
  failed: { sentence: "Not uploaded", isMoving: false, mayStart: true, leaveLabel: "Leave out" },
};

export const isMoving = (upload: Upload): boolean => uploadPhases[upload.phase].isMoving;

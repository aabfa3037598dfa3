import type { ComponentType } from "react";
import type { ChunkStatus } from "#lib/domain/chunk.ts";
import { ApprovedView } from "./approved-view.tsx";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { DraftView } from "./draft-view.tsx";
import { EndedView } from "./ended-view.tsx";
import { LiveView } from "./live-view.tsx";
import { SubmittedView } from "./submitted-view.tsx";

/** One status, one view piece. A new status does not compile until it has one. */
export const viewByStatus: Record<ChunkStatus, ComponentType<{ chunk: ChunkDashboard }>> = {
  draft: DraftView,
  submitted: SubmittedView,
  approved: ApprovedView,
  running: LiveView,
  pausing: LiveView,
  paused: LiveView,
  stopping: LiveView,
  stopped: EndedView,
  finished: EndedView,
};

import { type StatusOf, stateMachine } from "./state-machine.ts";

/** Clients approved and launched together to one connection with a number of processes. */
export const chunkMachine = stateMachine({
  name: "chunk",
  statuses: ["draft", "submitted", "approved", "running", "pausing", "paused", "stopping", "stopped", "finished"],
  initial: "draft",
  edges: [
    { from: "draft", to: "submitted", when: "The maker hands it to a second person." },
    { from: "submitted", to: "approved", when: "A different person approves exactly what the fingerprint covers." },
    {
      from: "submitted",
      to: "draft",
      when: "Approval is refused, the maker takes it back, or something in its fingerprint changed.",
    },
    { from: "approved", to: "draft", when: "Something in its fingerprint changed, or the approval expired." },
    { from: "approved", to: "running", when: "A person launches it by typing the count." },
    { from: "running", to: "pausing", when: "A person, or the breaker, asks for a pause; calls in flight end first." },
    { from: "pausing", to: "paused", when: "The last call in flight has ended." },
    { from: "paused", to: "running", when: "A person resumes it and its fingerprint is still the approved one." },
    { from: "running", to: "stopping", when: "A person stops it for good." },
    { from: "pausing", to: "stopping", when: "A person stops it for good." },
    { from: "paused", to: "stopping", when: "A person stops it for good." },
    { from: "stopping", to: "stopped", when: "The last call in flight has ended; what had not left is withdrawn." },
    { from: "running", to: "finished", when: "No delivery is waiting, sending or uncertain any more." },
    { from: "finished", to: "running", when: "A person sends its failed deliveries again." },
  ],
});
export type ChunkStatus = StatusOf<typeof chunkMachine>;

export const chunkKinds = ["demo_test", "pilot", "ramp", "correction"] as const;
export type ChunkKind = (typeof chunkKinds)[number];

/** Passfort asks for no more than five concurrent processes (guide, "Expected throughput performance"). */
export const processesMax = 5;
/** An approval holds for three days. */
export const approvalValidHours = 72;
/** Nothing of these has left yet. */
export const notLaunchedStatuses: readonly ChunkStatus[] = ["draft", "submitted", "approved"];
/** A connection has one of these at a time. */
export const liveChunkStatuses: readonly ChunkStatus[] = ["running", "pausing", "paused", "stopping"];
/** Data of a record is frozen while one of these holds it. */
export const holdingChunkStatuses: readonly ChunkStatus[] = ["approved", "running", "pausing", "paused", "stopping"];

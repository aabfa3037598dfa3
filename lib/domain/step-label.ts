import type { StepKind } from "./delivery.ts";

/** What a step brings about, in words. */
export function labelOfStep(step: { kind: StepKind; subject: string }): string {
  const labels: Record<StepKind, string> = {
    create_profile: "Create the profile with its application",
    add_tag: `Add the tag “${step.subject}”`,
    create_associate: `Create the profile of associate ${step.subject}`,
    upload_file: `Upload a file to ${step.subject}`,
    upload_image: `Upload the image of a document of ${step.subject}`,
    add_document: `Add a document to ${step.subject}`,
    add_note: `Add the evidence note to the task ${step.subject}`,
    complete_task: `Complete the task ${step.subject}`,
    run_check: `Run the check ${step.subject}`,
    await_check: `Wait for the check ${step.subject}`,
    approve: "Approve the application",
    read_back: "Read the client back and compare it with what was sent",
    link_associates: `Link the associates of ${step.subject}`,
  };
  return labels[step.kind];
}

import { Alert } from "@mantine/core";
import { IconChecks } from "@tabler/icons-react";
import { nobodyIsInvalid, type Review, whatIsLeft } from "./what-is-left.ts";

/** The goal of the review, said where the numbers are: also while warnings and notes are still listed below. */
export function NobodyInvalid({ review }: { review: Review }) {
  if (!nobodyIsInvalid(review)) return null;
  return (
    <Alert color="green" icon={<IconChecks aria-hidden />} title="Nobody is invalid" role="status">
      {whatIsLeft(review)}
    </Alert>
  );
}

import { Badge, Box, Text } from "@mantine/core";
import type { SmokeRunView } from "#lib/contracts/smoke-runs.ts";
import { smokeSteps } from "#lib/domain/smoke-step.ts";
import classes from "./smoke-steps.module.css";
import { lookOfStep, markWords, tookWords } from "./smoke-words.ts";

/** Every step: what was presumed, how sure that was, and what the account showed. */
export function SmokeSteps({ steps }: { steps: SmokeRunView["steps"] }) {
  return (
    <ol className={classes.steps}>
      {steps.map((step) => {
        const { presumes, mark, section } = smokeSteps[step.kind];
        const { label, colour, icon: Icon } = lookOfStep(step);
        return (
          <li key={step.kind} className={classes.step}>
            <Badge color={colour} leftSection={<Icon size={12} aria-hidden />} className={classes.result}>
              {label}
            </Badge>
            <Box miw={0}>
              <Text fw={step.finding ? 400 : 500} c={step.finding ? "dimmed" : undefined}>
                {presumes}
              </Text>
              {step.finding && <Text style={{ overflowWrap: "anywhere" }}>{step.finding}</Text>}
              <Text size="xs" c="dimmed">
                {markWords[mark]} (contract {section})
                {step.durationMs !== null && step.result !== "not_tried" && ` · ${tookWords(step.durationMs)}`}
              </Text>
            </Box>
          </li>
        );
      })}
    </ol>
  );
}

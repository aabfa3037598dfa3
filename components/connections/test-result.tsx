import { Alert } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";

/** What came of a test call, read out at once. */
export function TestResult({ ok, sentence }: { ok: boolean; sentence: string }) {
  const Icon = ok ? IconCheck : IconAlertTriangle;
  return (
    <Alert
      color={ok ? "green" : "red"}
      variant="light"
      icon={<Icon aria-hidden />}
      role={ok ? "status" : "alert"}
      py={6}
    >
      {sentence}
    </Alert>
  );
}

import { Alert, Anchor, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import Link from "next/link";
import type { SourceFile } from "./checking-notice.tsx";

/** Files whose check broke off, with the reason and where to start it again. */
export function CheckFailures({ files, migrationId }: { files: readonly SourceFile[]; migrationId: string }) {
  return files.map((file) => (
    <Alert
      key={file.id}
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={`${file.name} could not be checked`}
      role="alert"
    >
      <Text size="sm">{file.checkFailure}</Text>
      <Anchor component={Link} href={`/migrations/${migrationId}/mapping`} size="sm" underline="always">
        Save its mapping again to check it once more
      </Anchor>
    </Alert>
  ));
}

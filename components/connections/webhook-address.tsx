import { Button, Code, CopyButton, Group } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";

/** The address to give to Passfort, with a button that copies it. */
export function WebhookAddress({ url, name }: { url: string; name: string }) {
  return (
    <Group gap="xs">
      <Code style={{ overflowWrap: "anywhere" }}>{url}</Code>
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={copied ? <IconCheck size={13} aria-hidden /> : <IconCopy size={13} aria-hidden />}
            onClick={copy}
            aria-label={`Copy the webhook address of ${name}`}
          >
            <span aria-live="polite">{copied ? "Copied" : "Copy"}</span>
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}

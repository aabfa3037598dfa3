import { Badge, Tooltip } from "@mantine/core";
import { IconFlask, IconShieldExclamation, IconTestPipe, type TablerIcon } from "@tabler/icons-react";
import { type Environment, environmentWords } from "#lib/domain/connection.ts";

const looks: Record<Environment, { shade: number; icon: TablerIcon; meaning: string }> = {
  simulator: { shade: 9, icon: IconTestPipe, meaning: "A simulated Passfort on this machine. Nothing leaves." },
  demo: { shade: 8, icon: IconFlask, meaning: "A Passfort demo account. No real clients." },
  production: { shade: 9, icon: IconShieldExclamation, meaning: "A live Passfort account. Real clients, real checks." },
};

/** Which Passfort this concerns, in words and colour. */
export function EnvironmentBadge({
  environment,
  size = "md",
}: {
  environment: Environment;
  size?: "sm" | "md" | "lg";
}) {
  const { label, colour } = environmentWords[environment];
  const { shade, icon: Icon, meaning } = looks[environment];
  return (
    <Tooltip label={meaning}>
      <Badge
        variant="filled"
        color={`${colour}.${shade}`}
        size={size}
        style={{ flexShrink: 0 }}
        leftSection={<Icon size={12} aria-hidden />}
      >
        {label}
      </Badge>
    </Tooltip>
  );
}

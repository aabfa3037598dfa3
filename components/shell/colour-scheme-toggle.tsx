"use client";
import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconMoon, IconSun } from "@tabler/icons-react";

export function ColourSchemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme("light");
  return (
    <Tooltip label="Light or dark">
      <ActionIcon
        variant="subtle"
        color="gray"
        c="var(--mantine-color-text)"
        size="lg"
        aria-label="Switch between light and dark"
        onClick={() => setColorScheme(shown === "dark" ? "light" : "dark")}
      >
        <IconMoon size={18} className="mantine-dark-hidden" aria-hidden />
        <IconSun size={18} className="mantine-light-hidden" aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

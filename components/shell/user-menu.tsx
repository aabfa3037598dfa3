"use client";
import { Button, Menu, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconChevronDown, IconLogout, IconUser } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { signOut } from "#lib/client/sign-in.ts";
import { roleWords } from "#lib/domain/person.ts";
import { useMe } from "./me.tsx";

/** Who is signed in, in which role, and the way out. */
export function UserMenu() {
  const me = useMe();
  const leave = useMutation({
    mutationFn: signOut,
    // A full load: nothing of this person's data stays in memory.
    onSuccess: () => window.location.assign("/sign-in"),
    onError: (error) => notifications.show({ color: "red", title: "Not signed out", message: error.message }),
  });
  return (
    <Menu position="bottom-end" withArrow withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          c="var(--mantine-color-text)"
          px="xs"
          leftSection={<IconUser size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={`Account of ${me.name}, ${roleWords[me.role]}`}
        >
          <Text span visibleFrom="sm">
            {me.name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} c="var(--mantine-color-text)">
            {me.name}
          </Text>
          <Text size="xs">{me.email}</Text>
          <Text size="xs">Role: {roleWords[me.role]}</Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() => leave.mutate()}
          disabled={leave.isPending}
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

"use client";
import { NavLink, Text } from "@mantine/core";
import {
  IconBooks,
  IconListCheck,
  IconPlugConnected,
  IconStack2,
  IconUsers,
  type TablerIcon,
} from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { Permission } from "#lib/domain/person.ts";
import { useMe } from "./me.tsx";

type Place = {
  href: string;
  label: string;
  icon: TablerIcon;
  needs: Permission;
  isHere: (pathname: string) => boolean;
};

const work: Place[] = [
  {
    href: "/",
    label: "Migrations",
    icon: IconStack2,
    needs: "look",
    isHere: (pathname) => pathname === "/" || pathname.startsWith("/migrations"),
  },
];

const settings: Place[] = [
  {
    href: "/settings/connections",
    label: "Connections",
    icon: IconPlugConnected,
    needs: "look",
    isHere: (pathname) => pathname.startsWith("/settings/connections"),
  },
  {
    href: "/settings/mapping-library",
    label: "Mapping library",
    icon: IconBooks,
    needs: "look",
    isHere: (pathname) => pathname.startsWith("/settings/mapping-library"),
  },
  {
    href: "/settings/people",
    label: "People",
    icon: IconUsers,
    needs: "look",
    isHere: (pathname) => pathname === "/settings/people",
  },
  {
    href: "/settings/audit",
    label: "Audit log",
    icon: IconListCheck,
    needs: "audit",
    isHere: (pathname) => pathname === "/settings/audit",
  },
];

export function Navigation() {
  return (
    <>
      <Places places={work} />
      <Text size="xs" c="dimmed" fw={600} mt="md" mb={4} px="sm">
        Settings
      </Text>
      <Places places={settings} />
    </>
  );
}

function Places({ places }: { places: Place[] }) {
  const me = useMe();
  const pathname = usePathname();
  return places
    .filter((place) => me.may(place.needs))
    .map(({ href, label, icon: Icon, isHere }) => (
      <NavLink
        key={href}
        component={Link}
        href={href}
        label={label}
        leftSection={<Icon size={18} aria-hidden />}
        active={isHere(pathname)}
        aria-current={isHere(pathname) ? "page" : undefined}
        style={{ borderRadius: "var(--mantine-radius-md)" }}
      />
    ));
}

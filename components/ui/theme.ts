"use client";
import {
  Badge,
  Button,
  Card,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  Modal,
  Notification,
  Paper,
  Select,
  Table,
  Text,
  Tooltip,
} from "@mantine/core";

/** One calm blue; everything else is grey until a status needs a colour. */
const ink = [
  "#eff3fb",
  "#dce5f5",
  "#b9caea",
  "#94aede",
  "#7c9bd8",
  "#4f74bd",
  "#3f63ab",
  "#345499",
  "#2a4684",
  "#1f376d",
] as const;

/** The head of a dialog is a `<header>`; to a screen reader the page has one banner, and that is not it. */
const notABanner = { header: { role: "none" } };

/** Dense for daily work: 14 px text, small controls, hairline borders, no shadows. */
export const theme = createTheme({
  primaryColor: "ink",
  primaryShade: { light: 7, dark: 6 },
  colors: { ink },
  autoContrast: true,
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  headings: {
    fontWeight: "620",
    sizes: {
      h1: { fontSize: "1.375rem", lineHeight: "1.3" },
      h2: { fontSize: "1.0625rem", lineHeight: "1.35" },
      h3: { fontSize: "0.9375rem", lineHeight: "1.4" },
    },
  },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Text: Text.extend({ defaultProps: { size: "sm" } }),
    Button: Button.extend({ defaultProps: { size: "sm" } }),
    Badge: Badge.extend({
      defaultProps: { variant: "light", radius: "sm" },
      styles: { root: { textTransform: "none", fontWeight: 550 } },
    }),
    Card: Card.extend({ defaultProps: { withBorder: true, padding: "md" } }),
    Paper: Paper.extend({ defaultProps: { withBorder: true } }),
    Table: Table.extend({
      defaultProps: { verticalSpacing: 7, fz: "sm" },
      styles: { caption: { textAlign: "start", paddingInline: 10, fontSize: "var(--mantine-font-size-xs)" } },
    }),
    // A table that scrolls sideways must be reachable by keyboard.
    TableScrollContainer: Table.ScrollContainer.extend({
      defaultProps: { minWidth: 0, scrollAreaProps: { viewportProps: { tabIndex: 0 } } },
    }),
    Modal: Modal.extend({
      defaultProps: { centered: true, closeButtonProps: { "aria-label": "Close" }, attributes: notABanner },
      styles: { title: { fontWeight: 620 } },
    }),
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { "aria-label": "Close this note" } },
      styles: { description: { color: "var(--mantine-color-text)" } },
    }),
    Drawer: Drawer.extend({
      defaultProps: { position: "right", closeButtonProps: { "aria-label": "Close" }, attributes: notABanner },
      styles: { title: { fontWeight: 620 } },
    }),
    Select: Select.extend({ defaultProps: { comboboxProps: { shadow: "md" } } }),
    Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: false } } }),
  },
});

/** Mantine's secondary greys, and its coloured words on tinted grounds, fall short of 4.5 : 1 on their grounds; these reach it in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#5a626b",
    "--mantine-color-placeholder": "#6b737c",
    "--mantine-color-error": "#a61b1b",
    "--mantine-color-disabled-color": "#6b737c",
    "--mantine-color-default-border": "var(--mantine-color-gray-5)",
    "--mantine-color-green-light-color": "#1c6329",
    "--mantine-color-teal-light-color": "#05664a",
    "--mantine-color-cyan-light-color": "#0a6172",
    "--mantine-color-yellow-light-color": "#7a4500",
    "--mantine-color-orange-light-color": "#963508",
    "--mantine-color-red-light-color": "#a61b1b",
  },
  dark: {
    "--mantine-color-dimmed": "#a3a8ae",
    "--mantine-color-placeholder": "#989da3",
    "--mantine-color-error": "var(--mantine-color-red-3)",
    "--mantine-color-disabled-color": "#989da3",
    "--mantine-color-default-border": "#5a5e63",
  },
});

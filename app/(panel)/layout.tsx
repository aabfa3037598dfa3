import type { ReactNode } from "react";
import { PanelGate } from "#components/shell/panel-gate.tsx";

export default function PanelLayout({ children }: { children: ReactNode }) {
  return <PanelGate>{children}</PanelGate>;
}

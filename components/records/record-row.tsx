// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the rows that are out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the rows take the focus; cells and heads are read with them
import { Anchor, Checkbox, Group } from "@mantine/core";
import { IconBuilding, IconFileText, IconLink, IconUser } from "@tabler/icons-react";
import Link from "next/link";
import type { CSSProperties, MouseEvent } from "react";
import { plainNumber } from "#components/ui/count-identity.ts";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { listRecords } from "#lib/contracts/issues.ts";
import { isEntity } from "#lib/domain/record-role.ts";
import { applicationStatusWords } from "./application-status-words.ts";
import { readyForWords } from "./ready-for-words.ts";
import classes from "./record-grid.module.css";

export type RecordLine = ReplyOf<typeof listRecords>["records"][number];

const roleNotes: Record<RecordLine["role"], string> = { client: "", associate: " (associate)", link: "", document: "" };

const kinds = {
  individual: { label: "Person", icon: IconUser },
  company: { label: "Company", icon: IconBuilding },
  link: { label: "Link", icon: IconLink },
  document: { label: "Document", icon: IconFileText },
};

export const columnNames = [
  "Reference",
  "Name",
  "Kind",
  "Stands",
  "Ready for",
  "Problems",
  "First problem",
  "Row",
  "Application",
] as const;

type Props = {
  record: RecordLine;
  href: string;
  /** From 0. */
  index: number;
  style: CSSProperties;
  /** The one row of the grid that the tab key reaches. */
  isActive: boolean;
  onActive: (index: number) => void;
  /** Undefined: nothing can be chosen here. */
  selected: boolean | undefined;
  onSelect: (id: string, withRange: boolean) => void;
};

/** One record as a line: who (masked), where it stands, what is wrong, and where it came from. */
export function RecordRow({ record, href, index, style, isActive, onActive, selected, onSelect }: Props) {
  const { label, icon: Icon } = kinds[isEntity(record.role) ? record.entityType : record.role];
  const name = record.reference ?? `row ${record.rowNumber}`;
  const tabIndex = isActive ? 0 : -1;
  const problem = record.excludedReason ?? record.firstIssue ?? "";
  const where = `${plainNumber(record.rowNumber)} of ${record.fileName}`;
  return (
    <div
      role="row"
      data-row={index}
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={tabIndex}
      className={classes.row}
      style={style}
      onFocus={() => onActive(index)}
    >
      {selected !== undefined && (
        <div role="gridcell" className={classes.check}>
          <Checkbox
            size="xs"
            aria-label={`Select ${name}`}
            checked={selected}
            tabIndex={tabIndex}
            onChange={nothing}
            onClick={(event: MouseEvent) => onSelect(record.id, event.shiftKey)}
          />
        </div>
      )}
      <div role="gridcell" className={`${classes.reference} ${classes.cell}`}>
        <Anchor
          component={Link}
          href={href}
          size="sm"
          underline="always"
          prefetch={false}
          tabIndex={tabIndex}
          className={classes.cell}
        >
          {name}
        </Anchor>
      </div>
      <div role="gridcell" className={classes.cell} title={record.maskedName}>
        {record.maskedName}
      </div>
      <div role="gridcell" className={classes.cell}>
        <Group gap={6} wrap="nowrap">
          <Icon size={14} aria-hidden style={{ flexShrink: 0 }} />
          {label}
          {roleNotes[record.role]}
        </Group>
      </div>
      <div role="gridcell" className={classes.cell}>
        <StatusBadge status={record.standing} size="sm" />
      </div>
      <div role="gridcell" className={classes.cell}>
        {readyForWords(record)}
      </div>
      <div role="gridcell" className={`${classes.cell} ${classes.number}`}>
        {plainNumber(record.issueCount)}
      </div>
      <div role="gridcell" className={classes.cell} title={problem}>
        {problem}
      </div>
      <div role="gridcell" className={classes.cell} title={where}>
        {where}
      </div>
      <div role="gridcell" className={classes.cell}>
        {record.applicationStatus && applicationStatusWords(record.applicationStatus)}
      </div>
    </div>
  );
}

/** The click knows of the shift key; React wants a change heard beside it. */
const nothing = () => {};

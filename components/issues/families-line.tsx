import { Anchor, Text } from "@mantine/core";
import Link from "next/link";
import { countOf } from "#components/chunks/number-words.ts";
import { recordsHref } from "#components/records/records-href.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { listCauses } from "#lib/contracts/issues.ts";

type Props = { migrationId: string; families: ReplyOf<typeof listCauses>["families"] };

/** Associates are counted beside the clients, never among them; every link becomes a profile of its own. */
export function FamiliesLine({ migrationId, families: { associates, invalid, links } }: Props) {
  if (associates === 0 && links === 0 && invalid === 0) return null;
  return (
    <Text size="sm">
      Besides the clients:{" "}
      <Anchor component={Link} href={recordsHref(migrationId, { role: "associate" })} size="sm" underline="always">
        {countOf(associates, "associate")}
      </Anchor>{" "}
      with {countOf(links, "link")} to companies
      {invalid > 0 && ` (${countOf(invalid, "record")} with errors)`}. Passfort shares no associate between companies,
      so {countOf(links, "associate profile")} will be created.
    </Text>
  );
}

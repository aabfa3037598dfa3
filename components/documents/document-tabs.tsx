import { SegmentedControl } from "@mantine/core";
import { plainNumber } from "#components/ui/count-identity.ts";
import { type DocumentList, documentLists, documentListWords } from "#lib/domain/document-list.ts";

type Props = {
  counts: Partial<Record<DocumentList, number>>;
  list: DocumentList;
  onList: (list: DocumentList) => void;
};

/** One list of documents at a time; each choice says how many stand on it. */
export function DocumentTabs({ counts, list, onList }: Props) {
  return (
    <SegmentedControl
      aria-label="Show documents that are"
      value={list}
      onChange={(value) => onList(documentLists.find((each) => each === value) ?? "matched")}
      data={documentLists.map((each) => ({
        value: each,
        label: `${documentListWords[each].label} (${plainNumber(counts[each] ?? 0)})`,
      }))}
      style={{ flexWrap: "wrap" }}
    />
  );
}

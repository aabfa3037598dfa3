import { Anchor, Text } from "@mantine/core";
import { templateFormats, templateHref } from "#lib/contracts/templates.ts";
import { entityTypes } from "#lib/domain/entity.ts";
import { rowKindLooks } from "./row-kinds.ts";

/** Files to fill in, for who has no export: one for each kind, with every column the panel knows. */
export function TemplateLinks() {
  return (
    <Text size="sm" component="div">
      No export at hand? Fill in a template and replace its three example rows:{" "}
      {entityTypes.map((kind, at) => (
        <span key={kind}>
          {at > 0 && " · "}
          {rowKindLooks[kind].many}{" "}
          {templateFormats.map((format, nth) => (
            <span key={format}>
              {nth > 0 && ", "}
              <Anchor
                href={templateHref(kind, format)}
                download
                inherit
                underline="always"
                aria-label={`Template for ${rowKindLooks[kind].many.toLowerCase()} as ${format.toUpperCase()}`}
              >
                {format.toUpperCase()}
              </Anchor>
            </span>
          ))}
        </span>
      ))}
    </Text>
  );
}

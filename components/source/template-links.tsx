import { Anchor, Text } from "@mantine/core";
import { templateFormats, templateHref } from "#lib/contracts/templates.ts";
import { templateKinds, templateLooks } from "#lib/domain/template-kind.ts";

/** Files to fill in, for who has no export: one for each kind, with every column the panel knows. */
export function TemplateLinks() {
  return (
    <Text size="sm" component="div">
      No export at hand? Fill in a template and replace its three example rows:{" "}
      {templateKinds.map((kind, at) => (
        <span key={kind}>
          {at > 0 && " · "}
          {templateLooks[kind].label}{" "}
          {templateFormats.map((format, nth) => (
            <span key={format}>
              {nth > 0 && ", "}
              <Anchor
                href={templateHref(kind, format)}
                download
                inherit
                underline="always"
                aria-label={`Template for ${templateLooks[kind].label.toLowerCase()} as ${format.toUpperCase()}`}
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

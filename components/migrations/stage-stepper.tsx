"use client";
import { Skeleton, VisuallyHidden } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { stages as route } from "#lib/stages/order.ts";
import { type Stage, stageHref, stageLooks } from "./stage-looks.ts";
import classes from "./stepper.module.css";

/** The route as links, in order, each with how far it is and a line of facts. Before the facts arrive the links work already. */
export function StageStepper({ migrationId, stages }: { migrationId: string; stages: Stage[] | undefined }) {
  const pathname = usePathname();
  const nav = useRef<HTMLElement>(null);
  const steps = stages ?? route.map(({ slug, label }) => ({ slug, label, state: "waiting" as const, fact: "" }));

  // On a narrow screen the step one is at may lie outside the strip.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page decides which step is current
  useEffect(() => {
    const here = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (nav.current && here) nav.current.scrollLeft = here.offsetLeft - 40;
  }, [pathname, stages === undefined]);

  return (
    <nav ref={nav} className={classes.nav} aria-label="Stages of this migration">
      <ol className={classes.steps}>
        {steps.map((stage, index) => (
          <li key={stage.slug} className={classes.step}>
            <Link
              className={classes.link}
              href={stageHref(migrationId, stage.slug)}
              aria-current={pathname.startsWith(stageHref(migrationId, stage.slug)) ? "page" : undefined}
            >
              <span className={classes.mark} data-state={stage.state} aria-hidden>
                {stage.state === "done" ? <IconCheck size={13} stroke={3} /> : index + 1}
              </span>
              <span>
                <span className={classes.label}>{stage.label}</span>
                {stages ? (
                  <VisuallyHidden>{stageLooks[stage.state].label}.</VisuallyHidden>
                ) : (
                  <Skeleton h={10} w={56} mt={4} />
                )}
                <span className={classes.fact}>{stage.fact}</span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

import type { OutboxState } from "../webhooks/lane.ts";
import { badge, type Tone } from "./badge.ts";
import type { Html } from "./markup.ts";

const CONDITIONS: Record<OutboxState["condition"], { tone: Tone; words: string; sentence: string }> = {
  off: { tone: "grey", words: "Off", sentence: "Nothing is sent; what happens now is told to nobody, then or later." },
  idle: { tone: "green", words: "Idle", sentence: "Everything that happened has been accepted." },
  working: { tone: "blue", words: "Working", sentence: "Messages are on their way, or gathered for the next batch." },
  retrying: {
    tone: "amber",
    words: "Retrying",
    sentence: "The last request was not answered with 200. It holds back everything behind it and is sent again soon.",
  },
  stalled: {
    tone: "red",
    words: "Stalled",
    sentence:
      "Too many requests in a row were not answered with 200. Cure the receiver, or change the endpoint, then retry.",
  },
};

export function conditionBadge(condition: OutboxState["condition"]): Html {
  return badge(CONDITIONS[condition].tone, CONDITIONS[condition].words);
}

export function conditionSentence(condition: OutboxState["condition"]): string {
  return CONDITIONS[condition].sentence;
}

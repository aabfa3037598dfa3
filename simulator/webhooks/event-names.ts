/**
 * Every webhook of API contract §8.1, by its constant. `certainty`: the constant is documented, seen in a real
 * receiver's model, or only guessed from the label. `never`: the simulated Passfort has no such part, so that the event
 * can be switched on, and nothing ever sends it.
 */
export const EVENTS = {
  PRODUCT_STATUS_CHANGED: { label: "Product status changed", certainty: "documented" },
  CHECK_COMPLETED: { label: "Check completed", certainty: "seen" },
  MANUAL_ACTION_REQUIRED: { label: "Manual action required", certainty: "seen" },
  COLLECTED_DATA_UPDATED: { label: "Collected data updated (deprecated)", certainty: "documented" },
  COLLECTED_DATA_CHANGED: { label: "Collected data changed", certainty: "guessed" },
  TASK_CREATED: { label: "Task created", certainty: "guessed" },
  TASK_STATE_CHANGED: { label: "Task state changed", certainty: "guessed" },
  PRODUCT_BADGE_CHANGED: { label: "Product badge changed", certainty: "guessed" },
  EVENTS_CREATED: { label: "Events created", certainty: "guessed" },
  EVENTS_UPDATED: { label: "Events updated", certainty: "guessed" },
  PROFILE_STATUS_CHANGED: { label: "Profile status changed (deprecated)", certainty: "guessed" },
  TASK_IS_COMPLETE_CHANGED: { label: "Task is complete changed (deprecated)", certainty: "guessed" },
  COLLECTION_STEPS_COMPLETED: { label: "Collection steps completed (deprecated)", certainty: "guessed" },
  RISK_LEVEL_CHANGED: { label: "Risk level changed", certainty: "guessed", never: "there is no risk module" },
  RISK_SCORE_CHANGED: { label: "Risk score changed", certainty: "guessed", never: "there is no risk module" },
  FORM_STATE_CHANGED: { label: "Form state changed", certainty: "guessed", never: "there are no forms" },
  CUSTOMER_REQUEST_CHANGED: {
    label: "Customer request changed",
    certainty: "guessed",
    never: "there are no customer requests",
  },
} as const satisfies Record<string, { label: string; certainty: "documented" | "seen" | "guessed"; never?: string }>;

export type EventName = keyof typeof EVENTS;

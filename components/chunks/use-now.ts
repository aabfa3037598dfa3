"use client";
import { useEffect, useState } from "react";

/** The time in ms, moving every second while it is wanted: for a countdown. */
export function useNow(isWanted: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isWanted) return;
    setNow(Date.now());
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, [isWanted]);
  return now;
}

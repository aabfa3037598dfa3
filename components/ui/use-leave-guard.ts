"use client";
import { useEffect } from "react";

/** While `reason` is a sentence, leaving the page by link, reload or closing asks first. */
export function useLeaveGuard(reason: string | null): void {
  useEffect(() => {
    if (!reason) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    // The router offers no way to hold a navigation, so the click that begins it is held.
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
      if (!link || link.target === "_blank" || link.hash || event.metaKey || event.ctrlKey || event.shiftKey) return;
      if (window.confirm(`${reason} Leave this page all the same?`)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
    };
  }, [reason]);
}

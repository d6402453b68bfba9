// Counts what left this computer (nothing should) and what the page's policy stopped.
import { onBlockedInWorker } from "../worker/client";

export function watchNetwork(count: (part: "sent" | "blocked", by: number) => void): void {
  // Blobs and data addresses are memory of this page; everything else would be a request.
  const isOutside = (entry: PerformanceEntry) => !/^(blob|data):/.test(entry.name);
  new PerformanceObserver((list) => {
    const outside = list.getEntries().filter(isOutside);
    if (outside.length > 0) count("sent", outside.length);
  }).observe({ type: "resource", buffered: true });
  document.addEventListener("securitypolicyviolation", () => count("blocked", 1));
  onBlockedInWorker(() => count("blocked", 1));
}

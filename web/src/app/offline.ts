// The hosted page on this computer: kept when the user asks for it, so that it opens without a network, and forgotten
// with one call. Registering a service worker and naming a manifest are requests, so nothing of it happens before.
// The single file neither needs nor offers it: its policy forbids both.

/** Requests that keeping the page costs: the service worker's program, and the page that it keeps. */
const requestsToKeep = 2;

/** Whether this page is the hosted one, under an address that may keep it. */
export function canBeKept(): boolean {
  const policy = document.querySelector<HTMLMetaElement>("meta[http-equiv]")?.content ?? "";
  return policy.includes("manifest-src") && window.isSecureContext && "serviceWorker" in navigator;
}

export async function isKept(): Promise<boolean> {
  return canBeKept() && (await navigator.serviceWorker.getRegistration()) !== undefined;
}

/** Keeps the page. Gives how many requests that took beside those that the browser itself reports. */
export async function keepPage(): Promise<number> {
  const registration = await navigator.serviceWorker.register("sw.js");
  await activated(registration);
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = "manifest.webmanifest";
  document.head.append(link);
  return requestsToKeep;
}

/** Takes away everything that this page has ever kept on this computer. */
export async function forgetAll(): Promise<void> {
  document.querySelector('link[rel="manifest"]')?.remove();
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("attune-")).map((name) => caches.delete(name)));
}

/** Calls `listener` when a newer version of the page has been fetched while this one is open. */
export function onNewerVersion(listener: () => void): () => void {
  if (!canBeKept() || !navigator.serviceWorker.controller) return () => undefined;
  navigator.serviceWorker.addEventListener("controllerchange", listener);
  return () => navigator.serviceWorker.removeEventListener("controllerchange", listener);
}

function activated(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  return new Promise((done, fail) => {
    const look = () => {
      if (worker?.state === "activated") done();
      if (!worker || worker.state === "redundant") fail(new Error("The page could not be kept."));
    };
    worker?.addEventListener("statechange", look);
    look();
  });
}

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
  return canBeKept() && (await registrationOfPage())?.active != null;
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
  await (await registrationOfPage())?.unregister();
  for (const name of await caches.keys()) if (await isOfPage(name)) await caches.delete(name);
}

/** The folder that this page stands in, which is what is kept; other such pages may stand on the same origin. */
const pageUrl = () => new URL("./", document.baseURI).href;

/** That of this folder: the browser also answers with one of a folder above. */
async function registrationOfPage(): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.scope === pageUrl() ? registration : undefined;
}

/** Whether a cache is this page's, by its name (web/hosted/sw.js); its first versions had no address in theirs. */
async function isOfPage(name: string): Promise<boolean> {
  if (name.startsWith(`attune ${pageUrl()} `)) return true;
  if (!/^attune-[0-9a-f]+$/.test(name)) return false;
  return (await (await caches.open(name)).match(pageUrl())) !== undefined;
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

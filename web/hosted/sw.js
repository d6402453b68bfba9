// Keeps the hosted page on this computer, so that it opens without a network. Only after the user asked for it
// (web/src/app/offline.ts), and nothing but the page: what is computed in it never comes here. web/build.mjs puts the
// page's digest in, so that a new page is a new service worker; and nothing but the page of that digest is ever kept:
// neither what a network's login page answers, nor the page before while a new version is half uploaded. Then the
// version before stays, and the browser tries again.
const digest = "{{digest}}";
const pageUrl = new URL("./", self.location).href;
const kept = new Set([pageUrl, new URL("index.html", pageUrl).href]);
// As in web/src/app/offline.ts: caches belong to the whole origin, which may hold more than one of these pages.
const cachesOfPage = `attune ${pageUrl} `;
const cacheName = cachesOfPage + digest;

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      // The browser compares the digest, and fails; so does a detour to another address.
      const page = await fetch(pageUrl, { cache: "reload", redirect: "error", integrity: digest });
      if (!page.ok) throw new Error(`The page's address answers ${page.status}.`);
      await (await caches.open(cacheName)).put(pageUrl, page);
      // A page of the version before goes on as it is: it needs nothing more from here.
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name !== cacheName && (await isOfPage(name))) await caches.delete(name);
    })(),
  );
});

/** Whether a cache is this page's; those of its first versions had no address in their name. */
async function isOfPage(name) {
  if (name.startsWith(cachesOfPage)) return true;
  return /^attune-[0-9a-f]+$/.test(name) && (await (await caches.open(name)).match(pageUrl)) !== undefined;
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !kept.has(url.origin + url.pathname)) return;
  event.respondWith(
    (async () => {
      const cache = await caches.open(cacheName);
      return (await cache.match(pageUrl)) ?? fetch(event.request);
    })(),
  );
});

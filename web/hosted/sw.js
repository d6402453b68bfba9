// Keeps the hosted page on this computer, so that it opens without a network. Only after the user asked for it
// (web/src/app/offline.ts), and nothing but the page: what is computed in it never comes here. web/build.mjs puts
// the version in, which is the digest of the page, so that a new page is a new service worker.
const cacheName = "attune-{{version}}";
const pageUrl = new URL("./", self.location).href;
const kept = new Set([pageUrl, new URL("index.html", pageUrl).href]);

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(cacheName);
      await cache.add(new Request(pageUrl, { cache: "reload" }));
      // A page of the version before goes on as it is: it needs nothing more from here.
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      const old = names.filter((name) => name.startsWith("attune-") && name !== cacheName);
      await Promise.all(old.map((name) => caches.delete(name)));
    })(),
  );
});

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

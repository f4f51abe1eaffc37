// The service worker: keeps the shell and the offline page; pages always come from the network, so nothing of a
// person's data stays in the cache. self.SHELL and self.OFFLINE are put in front by the server.
const NAME = `shell-${self.SHELL.join("|").length}-${self.SHELL.map((url) => url.split("/").pop()).join("-")}`;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(NAME)
      .then((cache) => cache.addAll([...self.SHELL, self.OFFLINE]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => caches.match(self.OFFLINE)));
    return;
  }
  if (self.SHELL.includes(new URL(request.url).pathname))
    event.respondWith(caches.match(request).then((kept) => kept || fetch(request)));
});

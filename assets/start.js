// What cannot wait for the WebAssembly.

// The person's choice of light or dark, before the first paint. Without one, or without storage, the system's.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {}

// When the console cannot be loaded, the page says so instead of loading for ever.
const failed = () => {
  const loading = document.getElementById("loading");
  if (loading) loading.textContent = "The console could not be loaded. Reload the page; if it happens again, update your browser.";
};
addEventListener("unhandledrejection", failed);
addEventListener("error", failed, true);

const BETWEEN_MILLIS = 400;

/** Saves several addresses as files, one after the other: a browser drops downloads that begin all at once. */
export function saveAll(urls: readonly string[]): void {
  urls.forEach((url, index) => {
    setTimeout(() => {
      const link = document.createElement("a");
      link.href = url;
      link.download = "";
      link.click();
    }, index * BETWEEN_MILLIS);
  });
}

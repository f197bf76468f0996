import type { Page } from "playwright-core";

/** Milliseconds from the end of the API's answer to the first sight of an element, as the browser itself has it. */
export async function openTime(page: Page, url: string, answer: string, selector: string): Promise<number> {
  await page.goto(url);
  return Number(
    await page.evaluate(`new Promise((done) => {
      const look = () => {
        const asked = performance.getEntriesByType("resource").find(({ name }) => name.includes(${JSON.stringify(answer)}));
        if (asked && asked.responseEnd > 0 && document.querySelector(${JSON.stringify(selector)}))
          requestAnimationFrame(() => done(performance.now() - asked.responseEnd));
        else requestAnimationFrame(look);
      };
      look();
    })`),
  );
}

/** Scrolls, frame after frame, and gives the median time between two frames in milliseconds. */
export const frameTime = async (page: Page, selector: string, right: number, down: number): Promise<number> =>
  Number(
    await page.evaluate(`new Promise((done) => {
      const scroller = document.querySelector(${JSON.stringify(selector)});
      const times = [];
      const step = (now) => {
        times.push(now);
        scroller.scrollBy(${right}, ${down});
        if (times.length < 60) requestAnimationFrame(step);
        else done(times.slice(1).map((time, at) => time - times[at]).toSorted((a, b) => a - b)[Math.floor(times.length / 2)]);
      };
      requestAnimationFrame(step);
    })`),
  );

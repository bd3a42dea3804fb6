import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { answer } from './ask.js';

const categories = ['accessibility', 'best-practices'];

/** What Lighthouse thinks of a page, out of 100, and what it holds against it. */
await answer(async ({ url }) => {
  const chrome = await launch({
    chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    logLevel: 'silent',
  });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: categories, logLevel: 'silent' });
    const refs = categories.flatMap((category) => lhr.categories[category].auditRefs).filter(({ weight }) => weight > 0);
    return {
      scores: Object.fromEntries(categories.map((category) => [category, Math.round(lhr.categories[category].score * 100)])),
      faults: refs.map(({ id }) => lhr.audits[id]).filter(({ score }) => score !== null && score < 1).map(({ id, title }) => `${id}: ${title}`),
    };
  } finally {
    chrome.kill();
  }
});

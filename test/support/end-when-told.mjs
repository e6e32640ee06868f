// For every process of a test run. With a browser, Puppeteer closes that when the process is told to end, and no more: a
// file that has taken too long would stay for ever, and the run with it. As the process exits, Puppeteer ends the browser by force.
process.once('SIGTERM', () => process.exit(143));

/** Closes its ears at once, and stays. */
process.disconnect();
setInterval(() => {}, 60_000);

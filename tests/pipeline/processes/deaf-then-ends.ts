/** Closes its ears at once, does not let itself be stopped, and then ends by itself. */
process.on('SIGTERM', () => {});
process.disconnect();
setTimeout(() => process.exit(3), 1500);
